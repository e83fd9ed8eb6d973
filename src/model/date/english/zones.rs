//! The zone behind an hour: `PDT`, `17:00 CET`, `UTC+2`, `Brussels time`.

use super::super::cursor::Cursor;
use super::super::zone::{Zone, offset};

/// The offsets of each, in minutes; see [`Zone`].
const ZONES: &[([i32; 2], &[&str])] = &[
    ([0, 0], &["utc", "gmt", "z"]),
    ([0, 60], &["wet", "west", "london", "uk", "lisbon", "dublin", "british summer", "bst"]),
    (
        [60, 120],
        &[
            "cet", "cest", "mez", "central european summer", "central european", "brussels", "paris",
            "berlin", "rome", "madrid", "amsterdam", "luxembourg", "geneva", "vienna", "copenhagen",
            "stockholm", "oslo", "prague", "warsaw", "budapest", "zurich",
        ],
    ),
    ([120, 180], &["eet", "eest", "eastern european", "athens", "helsinki", "kyiv", "bucharest", "sofia"]),
    ([-300, -240], &["et", "est", "edt", "eastern", "us eastern", "new york", "washington dc", "washington"]),
    ([-360, -300], &["ct", "cdt", "central", "us central", "chicago"]),
    ([-360, 480], &["cst"]),
    ([-420, -360], &["mt", "mst", "mdt", "mountain"]),
    ([-480, -420], &["pt", "pst", "pdt", "pacific", "us pacific"]),
    ([330, 60], &["ist"]),
    ([480, 480], &["beijing", "china", "hkt", "hong kong", "sgt", "singapore", "awst", "perth"]),
    ([540, 540], &["jst", "kst", "tokyo", "seoul", "japan"]),
    ([600, 660], &["aest", "aedt", "sydney", "melbourne", "canberra"]),
    ([720, 780], &["nzst", "nzdt", "new zealand"]),
    ([120, 120], &["sast", "cat"]),
    ([180, 180], &["eat", "msk", "moscow", "nairobi"]),
    ([-720, -720], &["aoe", "anywhere on earth"]),
];

/// A zone; none for `local time`, which is the plan's own.
pub fn zone(c: &mut Cursor) -> Option<Option<Zone>> {
    if c.any_word(&["local time", "local"]) {
        return Some(None);
    }
    if let Some(offset) = c.attempt(offset) {
        return Some(Some(Zone([offset, offset])));
    }
    let offsets = c.take_word(ZONES)?;
    c.passes(|c| c.eat("/") && c.take_word(ZONES).is_some());
    c.any_word(&["standard", "daylight", "local"]);
    c.word("time");
    Some(Some(Zone(offsets)))
}
