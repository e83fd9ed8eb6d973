//! What words without a deadline say instead.

/// Why words that were read give no deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenEnd {
    /// 长期坚持, ongoing: there is no last day.
    GoesOn,
    /// 另行通知, to be confirmed: somebody is to give one.
    ToSettle,
    /// 及时, as soon as possible: none is meant.
    NoDate,
}

const GOES_ON: &[&str] = &[
    "长期", "持续", "常态", "经常", "不断", "日常", "平时", "永久", "始终", "一以贯之", "久久为功", "定期",
    "起", "open-ended", "open ended", "going", "continu", "permanent", "indefinite", "long-term",
    "long term", "rolling", "always", "from", "since",
];

const TO_SETTLE: &[&str] = &["另行", "另定", "待", "to be", "tbd", "tbc", "tba"];

/// Returns what open-ended `words` say.
pub fn open_end(words: &str) -> OpenEnd {
    let words = words.to_lowercase();
    let has = |some: &[&str]| some.iter().any(|one| words.contains(one));
    match (has(TO_SETTLE), has(GOES_ON)) {
        (true, _) => OpenEnd::ToSettle,
        (false, true) => OpenEnd::GoesOn,
        (false, false) => OpenEnd::NoDate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_is_told_from_what_has_no_date_and_from_what_waits_for_one() {
        for words in ["长期坚持", "持续推进", "常态化开展", "自5月25日起", "ongoing", "continuously"]
        {
            assert_eq!(open_end(words), OpenEnd::GoesOn, "{words}");
        }
        for words in ["及时", "尽快完成", "立行立改", "ASAP", "as needed"] {
            assert_eq!(open_end(words), OpenEnd::NoDate, "{words}");
        }
        for words in ["另行通知", "待定", "To be confirmed", "TBD"] {
            assert_eq!(open_end(words), OpenEnd::ToSettle, "{words}");
        }
    }
}
