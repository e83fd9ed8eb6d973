//! What the system says that the program runs on: its language, its time zone, what its terminal shows.

/// Returns the name of the language of its screens, where no variable of the environment names it.
#[cfg(windows)]
pub(super) fn language() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(not(windows))]
pub(super) fn language() -> Option<String> {
    None
}

/// Returns the IANA name of its time zone.
#[cfg(windows)]
pub(super) fn time_zone() -> Option<String> {
    jiff::tz::TimeZone::try_system().ok()?.iana_name().map(str::to_owned)
}

#[cfg(not(windows))]
pub(super) fn time_zone() -> Option<String> {
    iana_time_zone::get_timezone().ok()
}

/// Tells its terminal that colour comes, and returns whether it shows it: an old console of Windows does not.
pub(super) fn allow_color() -> bool {
    anstyle_query::windows::enable_ansi_colors() != Some(false) || anstyle_query::term_supports_ansi_color()
}
