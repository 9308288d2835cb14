/// Where the schemas of the loaded documents stand, and which URI holds at each.
struct SchemaIndex {
  /// A schema: the number of its document and the offset at which it begins there.
  struct Place: Hashable {
    var document: Int
    var offset: Int
  }

  private var bases: [Place: String] = [:]
  private var resources: [String: (value: TypedValue, place: Place)] = [:]
  private var anchors: [String: (value: TypedValue, place: Place)] = [:]
  private var count = 0

  /// Takes in a document and every `$id` in it.
  ///
  /// - Parameters:
  ///   - root: the document.
  ///   - name: the URI by which it was found, if it was.
  /// - Returns: the place of its root.
  mutating func add(_ root: TypedValue, named name: String) -> Place {
    let place = Place(document: count, offset: root.range.lowerBound)
    count += 1
    resources[name] = (root, place)
    walk(root, base: name, in: place.document)
    return place
  }

  /// Whether a document or a resource has the name.
  func knows(_ document: String) -> Bool { resources[document] != nil }

  /// The URI that holds at a place.
  func base(of place: Place) -> String { bases[place] ?? "" }

  /// Returns the place of a schema inside another; it takes the other's URI unless it has its own.
  mutating func place(of value: TypedValue, in outer: Place) -> Place {
    let place = Place(document: outer.document, offset: value.range.lowerBound)
    if bases[place] == nil { bases[place] = base(of: outer) }
    return place
  }

  /// Returns the schema that a resolved reference names.
  mutating func find(_ target: URIReference) -> (value: TypedValue, place: Place)? {
    guard let fragment = target.fragment, !fragment.isEmpty else {
      return resources[target.document]
    }
    guard let pointer = target.pointer else { return anchors["\(target.document)#\(fragment)"] }
    guard var (value, place) = resources[target.document] else { return nil }
    for key in pointer {
      if let inner = value[key] {
        value = inner
      } else if let index = Int(key), value.elements.indices.contains(index) {
        value = value.elements[index]
      } else {
        return nil
      }
      place = self.place(of: value, in: place)
    }
    return (value, place)
  }

  /// Records the URIs of a schema and of those in it, and only in it: an `$id` in an `enum` is none.
  private mutating func walk(_ schema: TypedValue, base: String, in document: Int) {
    let place = Place(document: document, offset: schema.range.lowerBound)
    var base = base
    if schema["$ref"] == nil, let id = schema["$id"]?.string {
      let uri = URIReference(base).resolving(id)
      if let fragment = uri.fragment, !fragment.isEmpty {
        anchors["\(uri.document)#\(fragment)"] = (schema, place)
      }
      if !id.hasPrefix("#") {
        base = uri.document
        resources[base] = (schema, place)
      }
    }
    bases[place] = base
    for member in schema.members {
      switch member.key {
      case "properties", "patternProperties", "definitions", "$defs", "dependencies":
        for inner in member.value.members { walk(inner.value, base: base, in: document) }
      case "items", "allOf", "anyOf", "oneOf":
        for inner in member.value.elements { walk(inner, base: base, in: document) }
        if member.value.isObject { walk(member.value, base: base, in: document) }
      case "additionalProperties", "additionalItems", "propertyNames", "contains", "not", "if",
        "then", "else":
        walk(member.value, base: base, in: document)
      default: break
      }
    }
  }
}
