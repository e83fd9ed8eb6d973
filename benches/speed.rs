//! How fast `plan` is, as ratios taken in one run: `cargo bench`.
//!
//! Every measurement is a process of its own with its output in a pipe; the best of five interleaved runs
//! counts. The bars are checked, and a missed one fails the run.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use clap::Parser;
use nix::sys::resource::{UsageWho, getrusage};

const RUNS: usize = 5;
const SIZES: [usize; 3] = [100, 10_000, 100_000];
const PLAN: &str = env!("CARGO_BIN_EXE_plan");
/// A quarter of the activities are overdue on this day.
const TODAY: &str = "2018-06-11";

/// The empty program that the smallest run is compared with.
#[derive(Parser)]
#[command(name = "empty")]
struct Empty {}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["empty"] => {
            let _ = Empty::parse_from(["empty"]);
            Ok(true)
        }
        ["parse", file] => parse(Path::new(file)),
        ["measure", program, arguments @ ..] => measure_here(program, arguments),
        _ => compare(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The yardstick: the same bytes, read and parsed.
fn parse(file: &Path) -> Result<bool, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    Ok(!toml::de::DeTable::parse(&text)?.get_ref().is_empty())
}

/// Runs a program, and prints how long it took and how much memory it had at most.
fn measure_here(program: &str, arguments: &[&str]) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output()?;
    let nanoseconds = started.elapsed().as_nanos();
    let kibibytes = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    println!("{nanoseconds} {kibibytes} {}", output.stdout.len());
    Ok(output.status.success())
}

#[derive(Clone, Copy)]
struct Measured {
    time: Duration,
    kibibytes: u64,
}

/// Runs a program in a process of its own, under another one that sees its memory.
fn measure(program: &str, arguments: &[&str]) -> Result<Measured, Box<dyn Error>> {
    let output = Command::new(env::current_exe()?).arg("measure").arg(program).args(arguments).output()?;
    let text = String::from_utf8(output.stdout)?;
    let mut numbers = text.split_whitespace().map(str::parse::<u64>);
    let mut next = || numbers.next().ok_or("a run printed nothing")?.map_err(Box::<dyn Error>::from);
    let time = Duration::from_nanos(next()?);
    let kibibytes = next()?;
    if !output.status.success() {
        return Err(format!("{program} {} failed", arguments.join(" ")).into());
    }
    Ok(Measured { time, kibibytes })
}

/// Returns the best of interleaved runs of each of `commands`.
fn best(commands: &[(&str, Vec<&str>)]) -> Result<Vec<Measured>, Box<dyn Error>> {
    let mut best: Vec<Option<Measured>> = vec![None; commands.len()];
    for _ in 0..RUNS {
        for (slot, (program, arguments)) in best.iter_mut().zip(commands) {
            let now = measure(program, arguments)?;
            let before = slot.unwrap_or(now);
            *slot = Some(Measured {
                time: now.time.min(before.time),
                kibibytes: now.kibibytes.min(before.kibibytes),
            });
        }
    }
    Ok(best.into_iter().flatten().collect())
}

fn compare() -> Result<bool, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let itself = env::current_exe()?.display().to_string();
    let mut in_bars = true;
    for size in SIZES {
        let file = write_plan(folder.path(), size)?;
        let file = file.display().to_string();
        let of_file = |verb: &'static str| vec!["-f", file.as_str(), "--today", TODAY, "--lang", "zh", verb];
        let marking = [of_file("done"), vec!["A7", "--dry-run"]].concat();
        let commands = [
            (itself.as_str(), vec!["empty"]),
            (itself.as_str(), vec!["parse", file.as_str()]),
            (PLAN, of_file("check")),
            (PLAN, of_file("list")),
            (PLAN, of_file("overdue")),
            (PLAN, marking),
        ];
        let measured = best(&commands)?;
        in_bars &= report(size, fs::metadata(&file)?.len(), &measured);
    }
    Ok(in_bars)
}

fn report(size: usize, bytes: u64, measured: &[Measured]) -> bool {
    println!("\n{size} activities, {bytes} bytes");
    let (empty, parse) = (measured[0], measured[1]);
    let names = ["empty clap program", "DeTable::parse", "check", "list", "overdue", "done --dry-run"];
    for (name, one) in names.iter().zip(measured) {
        let milliseconds = one.time.as_secs_f64() * 1000.0;
        let of_parse = ratio(one.time, parse.time);
        println!("{name:<20} {milliseconds:>9.2} ms {of_parse:>6.2} x parse {:>8} KiB", one.kibibytes);
    }
    let overdue = measured[4];
    match size {
        100 => bar("overdue / empty clap program, time", ratio(overdue.time, empty.time), 2.0),
        100_000 => {
            let memory = kibibytes(overdue) / kibibytes(parse);
            bar("overdue / DeTable::parse, time", ratio(overdue.time, parse.time), 1.5)
                & bar("overdue / DeTable::parse, memory", memory, 1.3)
        }
        _ => true,
    }
}

fn bar(name: &str, reached: f64, allowed: f64) -> bool {
    let verdict = if reached <= allowed { "within" } else { "OVER" };
    println!("bar: {name}: {reached:.2}, {verdict} {allowed}");
    reached <= allowed
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn kibibytes(measured: Measured) -> f64 {
    f64::from(u32::try_from(measured.kibibytes).unwrap_or(u32::MAX))
}

/// Writes a plan whose text is like that of the real one.
fn write_plan(folder: &Path, size: usize) -> Result<PathBuf, Box<dyn Error>> {
    let mut text = String::from(
        "[plan]\ntitle = \"市科技局开展解放思想大讨论活动实施方案\"\nyear = 2018\nperiod = \"2018年5月开始到2018年年底\"\n\
         timezone = \"Asia/Shanghai\"\noffice = \"局活动办公室\"\nlang = \"zh\"\n\n\
         [[phase]]\nid = \"P1\"\ntitle = \"宣传发动阶段\"\nperiod = \"5月上旬至5月中旬\"\n\n\
         [[phase]]\nid = \"P2\"\ntitle = \"学习调研阶段\"\nperiod = \"5月下旬至7月底\"\n",
    );
    // Two of these eight deadlines, a quarter, have passed on the day.
    let deadlines =
        ["5月25日前", "6月10前", "6月15日前", "6月30日", "7月10日前", "7月底", "本阶段", "7月10日前"];
    for number in 0..size {
        let deadline = deadlines[number % deadlines.len()];
        let key = if deadline == "本阶段" { "period" } else { "due" };
        write!(
            text,
            "\n[[activity]]\nid = \"A{number}\"\ntitle = \"开展高质量产业发展主题调研第{number}次\"\n{key} = \"{deadline}\"\n\
             phase = \"P2\"\ngroup = \"集中调研\"\nowner = \"产学研科\"\n\
             content = \"明确重点发展方向，发挥区域产业优势，紧扣转型升级，优化配置创新资源\"\n\
             requirements = \"围绕推进企业研发机构建设，选择重点研发平台进行调研，提出亟待解决的重点难点\"\n",
        )?;
    }
    let file = folder.join(format!("plan-{size}.toml"));
    fs::write(&file, text)?;
    Ok(file)
}
