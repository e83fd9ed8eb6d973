//! What can be asked of what is overdue.

use crate::cli::{Exit, Json};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan overdue
  plan overdue --soon                   and what falls due in the next days, as the plan counts them
  plan overdue --soon 14 --exit-code    for scripts: exits 3 when anything is listed
  plan overdue -f plans --by owner      of all plans in a folder, by those who answer for it")]
pub(crate) struct Args {
    /// Also what falls due within N days; without N, the plan's own number
    #[arg(long, value_name = "N", num_args = 0..=1)]
    pub(super) soon: Option<Option<u32>>,
    /// Under the heads of those who answer for it
    #[arg(long, value_name = "BY", value_parser = ["owner"], conflicts_with = "json")]
    pub(super) by: Option<String>,
    /// Exit 3 when anything is listed
    #[arg(long)]
    pub(super) exit_code: bool,
    /// Print nothing when nothing is listed
    #[arg(long, short)]
    pub(super) quiet: bool,
    #[command(flatten)]
    pub(super) output: Json,
}

impl Args {
    /// Returns the exit code, when something was `found` or not.
    pub(super) fn exit(&self, found: bool) -> Exit {
        if self.exit_code && found { Exit::Found } else { Exit::Success }
    }
}
