//! Work that is shared out to all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does the work on each of the items, and returns what it makes of them in their order.
pub(super) fn on_all_cores<'i, I: Sync, T: Send>(items: &'i [I], work: impl Fn(&'i I) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        items.get(at).map(|item| (at, item))
    };
    let share = || std::iter::from_fn(take).map(|(at, item)| (at, work(item))).collect::<Vec<_>>();
    let others = thread::available_parallelism().map_or(0, |cores| cores.get() - 1).min(items.len() / 2);
    let mut made = thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(share)).collect();
        let mut made = share();
        for other in others {
            // It panicked where this one would have, too.
            made.extend(other.join().unwrap_or_default());
        }
        made
    });
    made.sort_unstable_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_stands_in_the_order_of_what_it_was_made_of() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(on_all_cores(&items, |item| item * 2), (0..2000).step_by(2).collect::<Vec<_>>());
    }
}
