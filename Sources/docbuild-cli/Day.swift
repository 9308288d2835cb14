import Glibc

/// Days of the calendar.
enum Day {
  /// The day on which the command runs, such as `2026-11-30`, in UTC.
  static var today: String {
    var now = time_t()
    unsafe time(&now)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    let year = unsafe parts.tm_year + 1900
    let month = unsafe parts.tm_mon + 1
    let day = unsafe parts.tm_mday
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
