extension FileShape {
  /// The header of an overlay; which scales there are is checked where the project is known.
  static let customer = customer(scale: text("the name of a scale"))

  /// The header of an overlay, for the scales of a project.
  static func customer(of scales: [String]) -> FileShape {
    customer(scale: word(scales, noun: "scale"))
  }

  private static func customer(scale: FileShape) -> FileShape {
    mapping([
      .required("title", text("a title").about("The customer's name.")),
      .required("scale", scale.about("The scale of the customer's deployment.")),
      .optional("override", texts("The keys of weaker layers that it replaces.")),
    ])
  }
}
