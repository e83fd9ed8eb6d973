//! The properties of characters (2.6.1) that matter here.

use super::bytes::u16_at;
use super::sprm::Sprm;
use crate::outline::document::Marks;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chp {
    pub marks: Marks,
    pub double_struck: bool,
    pub hidden: bool,
    /// Stands for data, as behind a field of a form, and not for a picture.
    pub is_data: bool,
    /// The sign that is shown instead, of a font of its own.
    pub symbol: Option<u16>,
}

/// Names the style of the characters; it comes before the other changes, whose style it is.
pub const C_ISTD: u16 = 0x4A30;
pub const C_F_R_MARK_DEL: u16 = 0x0800;
pub const C_F_R_MARK_INS: u16 = 0x0801;
pub const C_F_DATA: u16 = 0x0806;
pub const C_F_STRIKE: u16 = 0x0837;
pub const C_F_VANISH: u16 = 0x083C;
pub const C_PLAIN: u16 = 0x2A33;
pub const C_F_D_STRIKE: u16 = 0x2A53;
const C_SYMBOL: u16 = 0x6A09;

/// All that [`Chp::apply`] knows.
pub const CHANGES: [u16; 8] =
    [C_F_R_MARK_DEL, C_F_R_MARK_INS, C_F_DATA, C_F_STRIKE, C_F_VANISH, C_PLAIN, C_F_D_STRIKE, C_SYMBOL];

impl Chp {
    /// Changes what the change is about; a toggle can say what it is by the style.
    pub fn apply(&mut self, sprm: Sprm, style: &Chp) {
        match sprm.code {
            C_F_R_MARK_DEL => self.marks.deleted = sprm.toggled(style.marks.deleted),
            C_F_R_MARK_INS => self.marks.inserted = sprm.toggled(style.marks.inserted),
            C_F_STRIKE => self.marks.struck = sprm.toggled(style.marks.struck),
            C_F_D_STRIKE => self.double_struck = sprm.toggled(style.double_struck),
            C_F_VANISH => self.hidden = sprm.toggled(style.hidden),
            C_F_DATA => self.is_data = sprm.is_set(),
            C_PLAIN => *self = *style,
            C_SYMBOL => self.symbol = u16_at(sprm.operand, 2).filter(|sign| *sign >= 0x20),
            _ => {}
        }
    }

    /// Returns what characters are whose own style is beside that of their paragraph: each turns the other over.
    pub fn turned_by(self, own: Chp) -> Chp {
        let marks = Marks { struck: self.marks.struck ^ own.marks.struck, ..self.marks };
        let double_struck = self.double_struck ^ own.double_struck;
        Chp { marks, double_struck, hidden: self.hidden ^ own.hidden, ..self }
    }

    /// Returns what a reviewer did to the characters.
    pub fn marks(&self) -> Marks {
        Marks { struck: self.marks.struck || self.double_struck, ..self.marks }
    }
}
