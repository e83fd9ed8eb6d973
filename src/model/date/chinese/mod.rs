//! Chinese date words: 从2018年5月开始到2018年年底, 力争6月底前完成.
//!
//! ```text
//! phrase  = [ ongoing , ] prefix* ( point | range | issue 至 point ) [ (restated) ] tail closing* [ , ongoing ]
//!         | stretch (range)
//! range   = point connector point | unit 、 unit
//! tail    = 前 | 内 | 起 | 后 | nothing
//! ```

mod after_day;
mod clock;
mod closing;
mod connector;
pub mod dated;
mod ending;
mod festival;
mod gloss;
mod issue;
mod office;
pub mod open_ended;
pub mod point;
pub mod prefix;
mod range;
mod rhythm;
pub mod today;
mod year;
mod zones;
