//! The colours that stand behind a status on paper.

use crate::model::ledger::Light;

/// Returns red, green and blue, a byte each. They are pale: the words on them stay readable, also in print.
pub(super) fn of(light: Light) -> u32 {
    match light {
        Light::Red => 0x00F8_CBAD,
        Light::Yellow => 0x00FF_E699,
        Light::Green => 0x00C6_E0B4,
        Light::Blue => 0x00BD_D7EE,
    }
}
