/// Where the schemas of the loaded documents stand, and which URI and dialect hold at each.
struct SchemaIndex {
  /// A schema: the number of its document and the offset at which it begins there.
  struct Place: Hashable {
    var document: Int
    var offset: Int
  }

  /// A schema with its place.
  struct Target {
    var value: TypedValue
    var place: Place
  }

  /// What holds at a place.
  struct Scope {
    /// The URI against which references are resolved.
    var base: String
    /// The number of the resource, which is what has an `$id` of its own.
    var resource: Int
    var dialect: SchemaDialect
  }

  private let documents: [String: TypedValue]
  private let standard: SchemaDialect
  private var scopes: [Place: Scope] = [:]
  private var resources: [String: Target] = [:]
  private var anchors: [String: Target] = [:]
  private var resourceCount = 0
  /// Where the keys of long mappings stand among their members.
  private var keys: [Place: [String: Int]] = [:]
  /// The names by which the documents were found, by number.
  private(set) var names: [String] = []
  /// Schemas with a `$dynamicAnchor`, by its name; `$recursiveAnchor` of 2019-09 has the empty name.
  private(set) var dynamicAnchors: [String: [(resource: Int, target: Target)]] = [:]

  /// Creates an index of documents that are read when they are first asked for.
  ///
  /// - Parameters:
  ///   - documents: by URI without fragment.
  ///   - standard: the dialect of a document that names none.
  init(documents: [String: TypedValue], standard: SchemaDialect) {
    self.documents = documents
    self.standard = standard
  }

  /// Takes in a document and every identifier in it.
  ///
  /// - Parameters:
  ///   - root: the document.
  ///   - name: the URI by which it was found, if it was.
  /// - Returns: the place of its root.
  mutating func add(_ root: TypedValue, named name: String) -> Place {
    let place = Place(document: names.count, offset: root.range.lowerBound)
    names.append(name)
    resources[name] = Target(value: root, place: place)
    let scope = Scope(base: name, resource: resourceCount, dialect: standard)
    resourceCount += 1
    walk(root, in: scope, isRoot: true, of: place.document)
    return place
  }

  /// The dialect that a `$schema` names; nothing where it is not read.
  func dialect(named uri: String) -> SchemaDialect? { SchemaDialect(named: uri, among: documents) }

  /// What holds at a place.
  func scope(of place: Place) -> Scope {
    scopes[place] ?? Scope(base: "", resource: 0, dialect: standard)
  }

  /// Returns the place of a schema inside another; it takes the other's scope unless it has its own.
  mutating func place(of value: TypedValue, in outer: Place) -> Place {
    let place = Place(document: outer.document, offset: value.range.lowerBound)
    if scopes[place] == nil { scopes[place] = scope(of: outer) }
    return place
  }

  // MARK: References

  /// Returns the schema that a reference means where it stands; nothing where there is none.
  ///
  /// What an `$id` makes of a relative reference goes first; after it, as editors do, the path beside
  /// the file itself.
  mutating func find(_ reference: String, from place: Place) -> Target? {
    if let target = find(URIReference(scope(of: place).base).resolving(reference)) { return target }
    let file = names[place.document]
    return find(URIReference(file).resolving(reference))
  }

  private mutating func find(_ reference: URIReference) -> Target? {
    if resources[reference.document] == nil, let document = documents[reference.document] {
      _ = add(document, named: reference.document)
    }
    guard let fragment = reference.fragment, !fragment.isEmpty else {
      return resources[reference.document]
    }
    guard let pointer = reference.pointer else {
      return anchors["\(reference.document)#\(fragment)"]
    }
    guard var target = resources[reference.document] else { return nil }
    for key in pointer {
      if let inner = member(key, of: target) {
        target.value = inner
      } else if let index = Int(key), target.value.elements.indices.contains(index) {
        target.value = target.value.elements[index]
      } else {
        return nil
      }
      target.place = place(of: target.value, in: target.place)
    }
    return target
  }

  /// Looks a key up; in a long mapping by a table that is made once.
  private mutating func member(_ key: String, of target: Target) -> TypedValue? {
    let members = target.value.members
    guard members.count > 16 else { return target.value[key] }
    if keys[target.place] == nil {
      var places: [String: Int] = [:]
      for (index, member) in members.enumerated() { places[member.key] = index }
      keys[target.place] = places
    }
    return keys[target.place]?[key].map { members[$0].value }
  }

  // MARK: Identifiers

  /// Records the identifiers of a schema and of those in it, and only in it: an `$id` in an `enum` is
  /// none.
  private mutating func walk(
    _ schema: TypedValue,
    in outer: Scope,
    isRoot: Bool = false,
    of document: Int
  ) {
    let place = Place(document: document, offset: schema.range.lowerBound)
    var scope = outer
    let id = schema["$id"]?.string
    if isRoot || id != nil, let uri = schema["$schema"]?.string {
      scope.dialect = dialect(named: uri) ?? scope.dialect
    }
    // In draft-07 nothing beside `$ref` counts.
    let hidesID = scope.dialect.draft == .draft7 && schema["$ref"] != nil
    if !hidesID, let id {
      let uri = URIReference(scope.base).resolving(id)
      if let fragment = uri.fragment, !fragment.isEmpty {
        anchors["\(uri.document)#\(fragment)"] = Target(value: schema, place: place)
      }
      if !id.hasPrefix("#") {
        scope.base = uri.document
        if !isRoot {
          scope.resource = resourceCount
          resourceCount += 1
        }
        resources[scope.base] = Target(value: schema, place: place)
      }
    }
    scopes[place] = scope
    recordAnchors(of: schema, at: place, in: scope)
    for member in schema.members {
      switch member.key {
      case "properties", "patternProperties", "definitions", "$defs", "dependencies",
        "dependentSchemas":
        for inner in member.value.members { walk(inner.value, in: scope, of: document) }
      case "items", "prefixItems", "allOf", "anyOf", "oneOf":
        for inner in member.value.elements { walk(inner, in: scope, of: document) }
        if member.value.isObject { walk(member.value, in: scope, of: document) }
      case "additionalProperties", "additionalItems", "propertyNames", "contains", "not", "if",
        "then", "else", "unevaluatedItems", "unevaluatedProperties", "contentSchema":
        walk(member.value, in: scope, of: document)
      default: break
      }
    }
  }

  private mutating func recordAnchors(of schema: TypedValue, at place: Place, in scope: Scope) {
    guard scope.dialect.draft > .draft7 else { return }
    let target = Target(value: schema, place: place)
    for key in ["$anchor", "$dynamicAnchor"] {
      guard let name = schema[key]?.string else { continue }
      anchors["\(scope.base)#\(name)"] = target
      if key == "$dynamicAnchor" {
        dynamicAnchors[name, default: []].append((scope.resource, target))
      }
    }
    if schema["$recursiveAnchor"]?.bool == true {
      dynamicAnchors["", default: []].append((scope.resource, target))
    }
  }
}
