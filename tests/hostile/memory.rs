//! How much memory a hostile file takes at most.

use std::process::Command;
use std::time::{Duration, Instant};

use super::Case;

const MIB: usize = 1 << 20;

/// Checks `text` with so much memory to itself, in bytes, and returns the exit code; it is killed where it wants
/// more. What is limited is the address space, which is always more than what is used of it.
fn check_within(memory: usize, text: &str) -> Option<i32> {
    run_within(memory, text, "check")
}

/// Runs a command on `text` in the same way.
fn run_within(memory: usize, text: &str, arguments: &str) -> Option<i32> {
    let case = Case::new(text);
    let program = env!("CARGO_BIN_EXE_plan");
    let command = format!("ulimit -v {}; exec {program} {arguments} --lang en", memory / 1024);
    let started = Instant::now();
    let output = Command::new("bash")
        .args(["-c", &command])
        .current_dir(case.folder.path())
        .env_clear()
        .output()
        .expect("bash is there");
    assert!(started.elapsed() < Duration::from_secs(60), "it took {:?}", started.elapsed());
    output.status.code()
}

#[test]
fn a_table_takes_no_more_than_a_kilobyte_and_a_half_and_too_many_are_refused() {
    let title = "[plan]\ntitle = \"t\"\n";
    let bound = |text: &str, tables: usize| 64 * MIB + 80 * text.len() + 1536 * tables;
    let dots = ".a".repeat(74);
    let dotted: String = (0..2_000).map(|at| format!("x-{at}{dots} = 1\n")).collect();
    let dotted = format!("{title}{dotted}");
    assert_eq!(check_within(bound(&dotted, 2_000 * 74), &dotted), Some(0));
    let inline = |tables| format!("{title}x-a = [{}]\n", "{a=1},".repeat(tables));
    assert_eq!(check_within(bound(&inline(100_000), 100_000), &inline(100_000)), Some(0));
    let blocks = |block: &str| format!("{title}{}", block.repeat(500_001));
    for many in [inline(1_000_000), blocks("[[x-a]]\nb=1\n"), blocks("[[activity]]\nid = \"A\"\n")] {
        assert_eq!(check_within(bound(&many, 0), &many), Some(3));
    }
    // What stands inside quotes is no table.
    let quoted = format!("{title}x-a = \"{}\"\n", "{.[".repeat(500_000));
    assert_eq!(check_within(bound(&quoted, 0), &quoted), Some(0));
}

#[test]
fn a_change_takes_twice_what_reading_takes() {
    let bound = |text: &str, tables: usize| 64 * MIB + 2 * (80 * text.len() + 1536 * tables);
    for (value, count, tables) in [("{a=1},", 50_000, 1), ("[],", 100_000, 1), ("{a.b.c.d=1},", 20_000, 4)] {
        let list = value.repeat(count);
        let plan =
            format!("[plan]\ntitle = \"t\"\nx-a = [{list}]\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\n");
        assert_eq!(run_within(bound(&plan, count * tables), &plan, "done A1"), Some(0), "{value}");
    }
}

#[test]
fn a_hostile_file_is_answered_within_eighty_bytes_a_byte() {
    let bound = |text: &str| 64 * MIB + 80 * text.len();
    let title = "[plan]\ntitle = \"t\"\n";
    let junk = "= ".repeat(2 * MIB);
    let brackets = format!("{title}x-a = {}", "[".repeat(100_000));
    let empty_lists = format!("{title}x-a = [{}]\n", "[],".repeat(900_000));
    let duplicates = format!("{title}{}", "a = 1\n".repeat(40_000));
    assert_eq!(check_within(bound(&junk), &junk), Some(3));
    assert_eq!(check_within(bound(&brackets), &brackets), Some(3));
    assert_eq!(check_within(bound(&empty_lists), &empty_lists), Some(0));
    assert_eq!(check_within(bound(&duplicates), &duplicates), Some(3));
}

#[test]
fn one_line_of_sixty_megabytes_is_read_within_eight_bytes_a_byte() {
    let line = format!("[plan]\ntitle = \"{}\"\n", "x".repeat(60 * MIB));
    assert_eq!(check_within(64 * MIB + 8 * line.len(), &line), Some(0));
}

#[test]
#[ignore = "takes 4 GB and a quarter of a minute: cargo test --release --test hostile -- --ignored"]
fn the_largest_file_of_junk_is_answered_within_the_same_bound() {
    let junk = "= ".repeat(32 * MIB);
    assert_eq!(check_within(64 * MIB + 80 * junk.len(), &junk), Some(3));
}
