internal import DocBuild

/// The date that the files of an archive bear, in UTC.
package struct ArchiveDate: Sendable {
  /// As MS-DOS counts: years from 1980, steps of two seconds.
  let dosDate: UInt32

  /// The first date that an archive knows, 1980-01-01: the same in every build.
  package static let fixed = ArchiveDate(secondsSince1970: 0)

  /// Creates a date, clamped to the years from 1980 to 2107.
  package init(secondsSince1970 seconds: Int) {
    let first = 315_532_800  // 1980-01-01
    let last = 4_354_819_198  // 2107-12-31 23:59:58
    let clamped = min(max(seconds, first), last)
    let (year, month, day) = Self.date(ofDay: clamped / 86_400)
    let second = clamped % 86_400
    let date = UInt32(year - 1980) << 9 | UInt32(month) << 5 | UInt32(day)
    let time =
      UInt32(second / 3600) << 11 | UInt32(second / 60 % 60) << 5 | UInt32(second % 60 / 2)
    dosDate = date << 16 | time
  }

  /// The date of a day counted from 1970-01-01, by the Gregorian calendar; years begin in March,
  /// so that the day of a leap year comes last.
  private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let days = day + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}
