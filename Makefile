# The door to everything; `make help` lists what is behind it.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# Debian packages that the C targets link with, and those that tests ask.
packages := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libpcre2-dev \
  libutf8proc-dev libssl-dev zlib1g-dev libminizip-dev pkg-config
judges := shellcheck
sudo := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
specification := .build/specification/spec.txt
schema_suite := .build/json-schema-test-suite/README.md
docbuild := .build/release/docbuild

# Installs Debian packages where one of them is missing.
install = dpkg -s $(1) >/dev/null 2>&1 \
  || { $(sudo) apt-get update -q && $(sudo) apt-get install -q -y --no-install-recommends $(1); }

.PHONY: help judges setup site pdf build test planted test-browser checkers verify rehearse bench lint format check clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

setup: ## install the system packages that are missing
	@$(call install,$(packages))

site: setup ## compile the guides to build/site: the template sets and the example customers
	swift build -c release --product docbuild
	$(docbuild) build
	$(docbuild) build --final $(foreach file,$(wildcard content/customers/*.yml),--customer $(file))

pdf: site ## print every set of build/site to build/pdf
	@$(call install,chromium)
	@mkdir -p build/pdf
	@cd build/site && find . -name print.html | sort | while read -r page; do \
	  set="$$(dirname "$${page#./}")"; file="../pdf/$$(tr / - <<<"$$set").pdf"; \
	  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$$file" \
	    "file://$$PWD/$$set/print.html" 2>/dev/null; \
	  test -s "$$file" && echo "build/pdf/$$(basename "$$file")" || exit 1; \
	done

build: setup ## compile the program and the tests
	swift build --build-tests

test: judges setup $(specification) $(schema_suite) ## run all tests
	swift test

judges:
	@$(call install,$(judges))

# The specification whose examples our HTML reproduces: GFM's where it stands beside the
# repository, else that of CommonMark from a pinned source package.
$(specification):
	@mkdir -p $(@D)
	@if [ -f ../shared/data/commonmark/gfm-0.29-spec.txt ]; then \
	  cp ../shared/data/commonmark/gfm-0.29-spec.txt $@; \
	else \
	  command -v pip >/dev/null || { $(call install,python3-pip); }; \
	  pip download -q --no-deps --no-binary :all: -d $(@D) commonmark==0.9.1 \
	    && tar -xzf $(@D)/commonmark-0.9.1.tar.gz -C $(@D) --strip-components 1 commonmark-0.9.1/spec.txt; \
	fi

# The official tests of JSON Schema: beside the repository, else from a pinned source package.
$(schema_suite):
	@mkdir -p $(@D)
	@if [ -d ../shared/data/json-schema-test-suite ]; then \
	  cp -r ../shared/data/json-schema-test-suite/. $(@D); \
	else \
	  command -v pip >/dev/null || { $(call install,python3-pip); }; \
	  pip download -q --no-deps --no-binary jsonschema -d $(@D) jsonschema==4.26.0 \
	    && pip download -q --no-deps -d $(@D) jsonschema-specifications==2025.9.1 \
	    && tar -xzf $(@D)/jsonschema-4.26.0.tar.gz -C $(@D) --strip-components 2 jsonschema-4.26.0/json \
	    && python3 -m zipfile -e $(@D)/jsonschema_specifications-2025.9.1-py3-none-any.whl $(@D) \
	    && mv $(@D)/jsonschema_specifications/schemas $(@D)/metaschemas && touch $@; \
	fi

# The programs that the guides are for, as `verify:` of content/docbuild.yml lists them. Their Debian
# packages start no service.
guarded_install = guard=; \
  [ -e /usr/sbin/policy-rc.d ] \
    || { guard=1; printf '\#!/bin/sh\nexit 101\n' | $(sudo) install -m 0755 /dev/stdin /usr/sbin/policy-rc.d; }; \
  $(sudo) apt-get update -q; $(sudo) apt-get install -q -y --no-install-recommends $(1); result=$$?; \
  [ -z "$$guard" ] || $(sudo) rm /usr/sbin/policy-rc.d; exit $$result
checkers := .build/checkers
with_checkers = PATH="$(abspath $(checkers))/bin:/usr/sbin:/sbin:$$PATH"

checkers: setup ## install the programs that judge the files of the guides
	swift build -c release --product docbuild
	@packages="$$($(docbuild) verify --packages apt) python3-venv iproute2"; \
	  dpkg -s $$packages >/dev/null 2>&1 || { $(call guarded_install,$$packages); }
	@packages="$$($(docbuild) verify --packages pip)"; \
	  [ "$$(cat $(checkers)/packages 2>/dev/null)" = "$$packages" ] \
	  || { python3 -m venv $(checkers) && xargs $(checkers)/bin/pip install -q <<<"$$packages" \
	    && echo "$$packages" >$(checkers)/packages; }

verify: checkers ## let the real programs judge the files of the guides, at every scale
	$(sudo) env $(with_checkers) $(docbuild) verify --require-all
	$(sudo) env $(with_checkers) Tests/Judges/refusals $(docbuild) build/refused
	$(with_checkers) Tests/Judges/schemas $(docbuild) build/schemas

planted: setup ## plant mistakes in the guides, and see each found once
	swift build -c release --product docbuild
	@command -v python3 >/dev/null || { $(call install,python3); }
	python3 Tests/Judges/planted $(docbuild) --prove
	python3 Tests/Judges/planted $(docbuild)

# Debian's Chromium, driven by Playwright, on every page of a bundle opened from disk.
browser := .build/browser

test-browser: setup ## test every page of a bundle in a browser, without a network
	swift build -c release --product docbuild
	@$(call install,chromium fonts-dejavu-core python3-venv)
	@cmp -s Tests/Browser/requirements.txt $(browser)/requirements.txt \
	  || { python3 -m venv $(browser) \
	    && $(browser)/bin/pip install -q -r Tests/Browser/requirements.txt \
	    && cp Tests/Browser/requirements.txt $(browser)/; }
	PYTHONDONTWRITEBYTECODE=1 $(browser)/bin/pytest -c Tests/Browser/pytest.ini Tests/Browser

# What the rehearsal runs on its servers, and what those run with: Debian's Python, which is for every user.
rehearsal := .build/rehearsal
rehearsal_packages := postgresql etcd-server etcd-client haproxy keepalived pgbouncer pgbackrest redis-server \
  prometheus-postgres-exporter prometheus-node-exporter nftables openssh-server docker-compose rclone rsync jq \
  curl sudo apache2-utils python3-yaml python3-venv python3-dev libpq-dev gcc iproute2 iputils-ping \
  nginx python3-requests

rehearse: setup $(rehearsal)/requirements.txt $(if $(PLAYBOOK),$(rehearsal)-ansible/common.yml) ## build the small deployment from the guides, break and restore it; PLAYBOOK=DIR runs the playbook itself first
	swift build -c release --product docbuild
	@dpkg -s $(rehearsal_packages) >/dev/null 2>&1 || { $(call guarded_install,$(rehearsal_packages)); }
	$(if $(PLAYBOOK),$(sudo) Tests/Rehearsal/playbook $(docbuild) content $(PLAYBOOK) $(rehearsal)-ansible $(rehearsal) build/playbook)
	$(sudo) Tests/Rehearsal/rehearse $(docbuild) content $(rehearsal) build/rehearsal
	@$(if $(PLAYBOOK),,echo 'Not proven: what the playbook itself makes of vars.yml. PLAYBOOK=DIR runs it; see Tests/Rehearsal/README.md.')

# Ansible and just, in the releases that the guides install.
$(rehearsal)-ansible/common.yml: content/data/common.yml
	/usr/bin/python3 -m venv --clear $(rehearsal)-ansible
	$(rehearsal)-ansible/bin/pip install -q $$(sed -n 's/^  ansible: /ansible==/p; s/^  just: /rust-just==/p' $<)
	@cp $< $@

$(rehearsal)/requirements.txt: Tests/Rehearsal/requirements.txt
	@dpkg -s $(rehearsal_packages) >/dev/null 2>&1 || { $(call guarded_install,$(rehearsal_packages)); }
	/usr/bin/python3 -m venv --clear $(rehearsal)
	$(rehearsal)/bin/pip install -q -r $<
	@cp $< $@

bench: setup ## compare the speed with cmark-gfm alone
	@$(call install,cmark-gfm)
	swift build -c release --product docbuild
	swift build -c release --product bench
	.build/release/bench $(docbuild) .build/bench

lint: ## check the format and the shape of the sources, and the words of what users read
	swift format lint --strict --parallel --recursive Package.swift Sources Tests site-templates
	@command -v python3 >/dev/null || { $(call install,python3); }
	Tests/Shape/rooms --prove
	Tests/Shape/rooms
	Tests/Shape/counts --prove
	Tests/Shape/counts
	Tests/Shape/words --prove
	Tests/Shape/words

format: ## format the Swift sources
	swift format --in-place --parallel --recursive Package.swift Sources Tests site-templates

check: lint build test site ## the quick part of what CI runs

clean: ## remove what was built
	rm -rf .build build
