//! The numbers that Word sets before paragraphs, as they are shown: what `.docx` and `.doc` have in common.

mod format;

pub use format::NumberFormat;

/// How many levels a list has (ECMA-376 part 1, 17.9.6; [MS-DOC] 2.9.131, LSTF).
pub const LEVELS: usize = 9;

/// More than any number has, with the words around it.
pub const MOST_SIGNS: usize = 255;

/// One level of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Level {
    pub start: u32,
    pub format: NumberFormat,
    /// What is shown: the level's text, with the places of the numbers.
    pub text: Vec<Piece>,
    /// Counts anew after a paragraph of a level above this one, counted from 0: None after any level above itself, 0
    /// never.
    pub restart: Option<usize>,
    /// All its numbers are shown as decimals (17.9.4, `isLgl`).
    pub is_legal: bool,
}

/// A part of a level's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// The number of a level, from 0.
    Number(usize),
}

/// How far one list has counted.
#[derive(Debug, Clone, Default)]
pub struct Counters([Option<u32>; LEVELS]);

impl Counters {
    /// Counts one more paragraph of the level, from 0, and returns its number as it is shown.
    pub fn next(&mut self, levels: &[Level], level: usize) -> String {
        let Some(own) = levels.get(level) else { return String::new() };
        let Some(counter) = self.0.get_mut(level) else { return String::new() };
        *counter = Some(counter.map_or(own.start, |last| last.saturating_add(1)));
        for (above, higher) in self.0.iter_mut().zip(levels).take(level) {
            above.get_or_insert(higher.start);
        }
        for (below, deeper) in levels.iter().enumerate().take(LEVELS).skip(level + 1) {
            if level < deeper.restart.unwrap_or(below) {
                self.0[below] = None;
            }
        }
        let pieces = own.text.iter().take(MOST_SIGNS).map(|piece| self.piece(levels, own, piece));
        pieces.flat_map(|piece| piece.chars().collect::<Vec<_>>()).take(MOST_SIGNS).collect()
    }

    /// Lets the level begin again at its start, as a list does that starts at a number of its own (17.9.26,
    /// `startOverride`).
    pub fn restart(&mut self, level: usize) {
        if let Some(counter) = self.0.get_mut(level) {
            *counter = None;
        }
    }

    fn piece(&self, levels: &[Level], own: &Level, piece: &Piece) -> String {
        match piece {
            // Fonts of symbols keep their signs where Unicode has none of its own.
            Piece::Text(text) if own.format == NumberFormat::Bullet => {
                text.replace(|sign| matches!(sign, '\u{e000}'..='\u{f8ff}'), "•")
            }
            Piece::Text(text) => text.clone(),
            Piece::Number(level) => {
                let (Some(counted), Some(shown)) = (self.0.get(*level), levels.get(*level)) else {
                    return String::new();
                };
                let format = if own.is_legal { NumberFormat::Decimal } else { shown.format };
                format.show(counted.unwrap_or(shown.start))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(format: NumberFormat, before: &str, after: &str) -> Level {
        let text = vec![Piece::Text(before.into()), Piece::Number(0), Piece::Text(after.into())];
        Level { start: 1, format, text, ..Level::default() }
    }

    /// The levels `1.`, `1.1` and so on.
    fn decimal(levels: usize) -> Vec<Level> {
        let text = |level| (0..=level).flat_map(|above| [Piece::Number(above), Piece::Text(".".into())]);
        (0..levels).map(|level| Level { start: 1, text: text(level).collect(), ..Level::default() }).collect()
    }

    #[test]
    fn a_level_counts_and_shows_its_text() {
        let levels = [level(NumberFormat::Chinese, "第", "阶段")];
        let mut counters = Counters::default();
        assert_eq!(counters.next(&levels, 0), "第一阶段");
        assert_eq!(counters.next(&levels, 0), "第二阶段");
    }

    #[test]
    fn a_level_begins_again_below_a_new_one() {
        let levels = decimal(3);
        let mut counters = Counters::default();
        let shown = [0, 1, 1, 2, 0, 1].map(|level| counters.next(&levels, level));
        assert_eq!(shown, ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]);
    }

    #[test]
    fn a_level_that_never_begins_again_counts_on() {
        let mut levels = decimal(2);
        levels[1].restart = Some(0);
        let mut counters = Counters::default();
        assert_eq!([0, 1, 0, 1].map(|level| counters.next(&levels, level)), ["1.", "1.1.", "2.", "2.2."]);
    }

    #[test]
    fn a_level_begins_again_only_after_the_one_that_it_names() {
        let mut levels = decimal(3);
        levels[2].restart = Some(1);
        let mut counters = Counters::default();
        let shown = [0, 1, 2, 1, 2, 0, 2].map(|level| counters.next(&levels, level));
        assert_eq!(shown, ["1.", "1.1.", "1.1.1.", "1.2.", "1.2.2.", "2.", "2.1.1."]);
    }

    #[test]
    fn a_level_above_that_never_ran_stands_at_its_start() {
        let mut levels = decimal(2);
        levels[0].start = 3;
        assert_eq!(Counters::default().next(&levels, 1), "3.1.");
    }

    #[test]
    fn a_legal_level_shows_decimals() {
        let mut levels = decimal(2);
        levels[0].format = NumberFormat::Chinese;
        levels[1].is_legal = true;
        let mut counters = Counters::default();
        assert_eq!([0, 1].map(|level| counters.next(&levels, level)), ["一.", "1.1."]);
    }

    #[test]
    fn a_level_that_is_restarted_begins_at_its_start() {
        let mut levels = decimal(1);
        let mut counters = Counters::default();
        assert_eq!([0, 0].map(|level| counters.next(&levels, level)), ["1.", "2."]);
        levels[0].start = 5;
        counters.restart(0);
        assert_eq!([0, 0].map(|level| counters.next(&levels, level)), ["5.", "6."]);
    }

    #[test]
    fn what_no_list_has_is_not_shown() {
        let mut counters = Counters::default();
        assert_eq!(counters.next(&decimal(1), 1), "");
        assert_eq!(counters.next(&decimal(10), 9), "");
        let endless = vec![Piece::Text("一".repeat(10_000)); 1000];
        let endless = Level { text: endless, ..Level::default() };
        assert_eq!(counters.next(&[endless], 0).chars().count(), MOST_SIGNS);
    }

    #[test]
    fn a_bullet_is_shown_as_one_whatever_its_font() {
        let bullet = |text: &str| {
            let text = vec![Piece::Text(text.into())];
            Level { format: NumberFormat::Bullet, text, ..Level::default() }
        };
        assert_eq!(Counters::default().next(&[bullet("\u{f0b7}")], 0), "•");
        assert_eq!(Counters::default().next(&[bullet("◆")], 0), "◆");
    }
}
