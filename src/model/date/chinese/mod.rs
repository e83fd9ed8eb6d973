//! Chinese date words: 从2018年5月开始到2018年年底, 力争6月底前完成.
//!
//! ```text
//! phrase  = prefix* point [ (restated) ] ( tail | connector point tail ) closing*
//! tail    = 前 | 内 | 起 | 后 | nothing
//! ```

mod clock;
mod closing;
mod connector;
pub mod dated;
pub mod open_ended;
mod point;
mod prefix;
mod range;
