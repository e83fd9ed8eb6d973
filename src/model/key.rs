//! Every key of the plan file: one enum a table, its keys in the order in which they are written.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    File,
    Plan,
    Phase,
    Activity,
    Move,
    Note,
}

/// The kinds of TOML values, as an author thinks of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Texts,
    TextOrTexts,
    Number,
    Date,
    DateOrWords,
    Boolean,
    Table,
    Tables,
    Array,
    Time,
}

/// A key of some table.
pub trait Key: Copy {
    fn named(name: &str) -> Option<Self>;

    /// Returns its place in the order in which keys are written, from 0.
    fn place(self) -> usize;
}

/// Makes the enum of a table's keys: each with its name, and what it holds.
macro_rules! keys {
    ($table:ident { $($key:ident $name:literal $kind:ident,)* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $table {
            $($key,)*
        }

        impl $table {
            pub const ALL: &[$table] = &[$($table::$key,)*];
            const NAMES: &[&'static str] = &[$($name,)*];

            pub fn name(self) -> &'static str {
                $table::NAMES[self as usize]
            }

            pub fn holds(self) -> Kind {
                match self {
                    $($table::$key => Kind::$kind,)*
                }
            }
        }

        impl Key for $table {
            fn named(name: &str) -> Option<$table> {
                match name {
                    $($name => Some($table::$key),)*
                    _ => None,
                }
            }

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

keys!(FileKey {
    Plan "plan" Table,
    Phase "phase" Tables,
    Activity "activity" Tables,
});

keys!(PlanKey {
    Title "title" Text,
    Year "year" Number,
    Period "period" DateOrWords,
    Start "start" DateOrWords,
    End "end" DateOrWords,
    Words "words" Text,
    Timezone "timezone" Text,
    Office "office" Text,
    Source "source" Text,
    Soon "soon" Number,
    Lang "lang" Text,
    Question "question" Text,
});

keys!(PhaseKey {
    Id "id" Text,
    Title "title" Text,
    Period "period" DateOrWords,
    Start "start" DateOrWords,
    End "end" DateOrWords,
    Words "words" Text,
    Question "question" Text,
    Moved "moved" Tables,
});

keys!(ActivityKey {
    Id "id" Text,
    Title "title" Text,
    Due "due" DateOrWords,
    Start "start" DateOrWords,
    Period "period" DateOrWords,
    Words "words" Text,
    Question "question" Text,
    Moved "moved" Tables,
    Phase "phase" Text,
    Group "group" Text,
    Leader "leader" Text,
    Owner "owner" TextOrTexts,
    Support "support" Texts,
    Content "content" Text,
    Requirements "requirements" Text,
    Remark "remark" Text,
    Notes "notes" Tables,
    Expected "expected" Date,
    Progress "progress" Number,
    Evidence "evidence" Texts,
    Added "added" Date,
    Cancelled "cancelled" Date,
    CancelledWhy "cancelled_why" Text,
    CancelledBy "cancelled_by" Text,
    Done "done" Date,
    Verified "verified" Date,
    VerifiedBy "verified_by" Text,
});

keys!(MoveKey {
    From "from" DateOrWords,
    On "on" Date,
    Why "why" Text,
    By "by" Text,
});

keys!(NoteKey {
    On "on" Date,
    Text "text" Text,
    Why "why" Text,
});

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey {
    Activity(ActivityKey),
    Phase(PhaseKey),
}

impl EntryKey {
    pub fn name(self) -> &'static str {
        match self {
            EntryKey::Activity(key) => key.name(),
            EntryKey::Phase(key) => key.name(),
        }
    }

    /// The list of the file whose entries have it.
    pub fn list(self) -> FileKey {
        match self {
            EntryKey::Activity(_) => FileKey::Activity,
            EntryKey::Phase(_) => FileKey::Phase,
        }
    }

    /// Returns the key of this name that the entries of `list` have.
    pub fn named(list: FileKey, name: &str) -> Option<EntryKey> {
        match list {
            FileKey::Plan => None,
            FileKey::Phase => PhaseKey::named(name).map(EntryKey::Phase),
            FileKey::Activity => ActivityKey::named(name).map(EntryKey::Activity),
        }
    }
}

impl From<ActivityKey> for EntryKey {
    fn from(key: ActivityKey) -> EntryKey {
        EntryKey::Activity(key)
    }
}

impl From<PhaseKey> for EntryKey {
    fn from(key: PhaseKey) -> EntryKey {
        EntryKey::Phase(key)
    }
}

impl Table {
    /// Returns the names of its keys, in the order in which they are written.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Table::File => FileKey::NAMES,
            Table::Plan => PlanKey::NAMES,
            Table::Phase => PhaseKey::NAMES,
            Table::Activity => ActivityKey::NAMES,
            Table::Move => MoveKey::NAMES,
            Table::Note => NoteKey::NAMES,
        }
    }
}

/// Whether every table with the text `key` must have it.
pub fn is_required(key: &str) -> bool {
    matches!(key, "id" | "title" | "why" | "text" | "from")
}

impl Kind {
    /// Returns what kind of value the required key `key` takes, which is the same in every table.
    pub fn required_of(key: &str) -> Kind {
        let kinds = [
            PlanKey::named(key).map(PlanKey::holds),
            PhaseKey::named(key).map(PhaseKey::holds),
            ActivityKey::named(key).map(ActivityKey::holds),
            MoveKey::named(key).map(MoveKey::holds),
            NoteKey::named(key).map(NoteKey::holds),
        ];
        kinds.into_iter().flatten().next().unwrap_or(Kind::Text)
    }
}
