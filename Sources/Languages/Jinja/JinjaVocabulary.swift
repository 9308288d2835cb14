/// The filters, tests and names that Ansible's Jinja knows (Jinja 3.1; ansible-core 2.16–2.19).
package enum JinjaVocabulary {
  /// Filters of Jinja, of `ansible.builtin`, and those that Ansible finds without their collection.
  package static let filters = words(
    """
    abs attr batch capitalize center count d default dictsort e escape filesizeformat first float
    forceescape format groupby indent int items join last length list lower map max min pprint random
    reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum
    title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr
    b64decode b64encode basename bool checksum combinations combine comment commonpath dict2items
    difference dirname expanduser expandvars extract fileglob flatten from_json from_yaml
    from_yaml_all hash human_readable human_to_bytes intersect items2dict log mandatory md5 normpath
    password_hash path_join permutations pow product quote realpath regex_escape regex_findall
    regex_replace regex_search rekey_on_member relpath root sha1 shuffle split splitext strftime
    subelements symmetric_difference ternary to_datetime to_json to_nice_json to_nice_yaml to_uuid
    to_yaml type_debug union unvault urldecode urlsplit vault win_basename win_dirname win_splitdrive
    zip zip_longest
    json_query ipaddr ipv4 ipv6 ipsubnet ipmath ipwrap ip4_hex hwaddr macaddr nthhost network_in_network
    network_in_usable next_nth_usable previous_nth_usable reduce_on_network slaac cidr_merge
    random_mac dict_kv counter from_csv jc version_sort unicode_normalize groupby_as_dict
    """
  )

  package static let tests = words(
    """
    boolean callable defined divisibleby eq equalto escaped even false filter float ge gt greaterthan
    in integer iterable le lessthan lower lt mapping ne none number odd sameas sequence string test
    true undefined upper
    abs all any change changed contains directory exists failed failure falsy file finished is_abs
    is_dir is_file is_link is_mount is_same_file isnan issubset issuperset link link_exists match mount
    nan reachable regex same_file search skip skipped started subset succeeded success successful
    superset timedout truthy unreachable uri url urn vault_encrypted vaulted_file version
    version_compare
    """
  )

  /// Names that stand for something in every expression, besides `ansible_…`.
  package static let names = words(
    """
    inventory_hostname inventory_hostname_short inventory_dir inventory_file hostvars groups
    group_names play_hosts playbook_dir role_path role_name role_names omit vars environment
    lookup query q now undef range dict lipsum cycler joiner namespace item loop self super caller
    varargs kwargs
    """
  )

  /// Whether a filter is known; those of collections that are not looked at are taken on trust.
  package static func hasFilter(_ name: String) -> Bool { has(name, in: filters) }

  /// Whether a test is known.
  package static func hasTest(_ name: String) -> Bool { has(name, in: tests) }

  private static func has(_ name: String, in known: Set<String>) -> Bool {
    if known.contains(name) { return true }
    let core = "ansible.builtin."
    if name.hasPrefix(core) { return known.contains(String(name.dropFirst(core.count))) }
    return name.split(separator: ".").count > 2
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
