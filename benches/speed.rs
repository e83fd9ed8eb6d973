//! How fast `plan` is, as ratios taken in one run: `cargo bench`.
//!
//! Every measurement is a process of its own with its output in a pipe; the best of interleaved runs counts. The
//! yardstick is a scan of the same file: read it, see that it is UTF-8, go through its lines. The bars are
//! checked, and a missed one fails the run.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use chrono::NaiveDate;
use clap::Parser;
use nix::sys::resource::{UsageWho, getrusage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The plan of a real office, of 35 activities.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/plan.toml");
/// The parts of a Word document that say which part is its text.
const PACKAGE: [(&str, &str); 2] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#,
    ),
];
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SIZES: [usize; 3] = [100, 10_000, 100_000];
const PLAN: &str = env!("CARGO_BIN_EXE_plan");
/// A quarter of the activities are overdue on this day.
const TODAY: &str = "2018-06-11";

/// The empty program that the real plan is compared with.
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
        ["scan", file] => scan(Path::new(file)),
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

fn scan(file: &Path) -> Result<bool, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    Ok(text.lines().filter(|line| line.starts_with("[[activity]]")).count() > 0)
}

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
fn best(runs: usize, commands: &[(&str, Vec<&str>)]) -> Result<Vec<Measured>, Box<dyn Error>> {
    let mut best: Vec<Option<Measured>> = vec![None; commands.len()];
    for _ in 0..runs {
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
    let mut in_bars = compare_start(folder.path())?;
    let mut before: Option<Measured> = None;
    for size in SIZES {
        let file = write_plan(folder.path(), size)?;
        println!("\n{size} activities, {} bytes", fs::metadata(&file)?.len());
        let [scan, parse, overdue, marking] = measure_size(size, &file)?;
        if size > 100 {
            in_bars &= bar("overdue / scan, time", ratio(overdue, scan), 4.0);
            in_bars &= bar("overdue / DeTable::parse, memory", memory(overdue, parse), 0.5);
        }
        if size == 100_000 {
            in_bars &= bar("done / DeTable::parse, time", ratio(marking, parse), 3.0);
            let growth = before.map_or(0.0, |before| ratio(overdue, before));
            in_bars &= bar("overdue of ten times as many, time", growth, 11.0);
        }
        before = Some(overdue);
    }
    in_bars &= compare_plans(folder.path())?;
    Ok(in_bars & compare_growth(folder.path())? & compare_import(folder.path())?)
}

/// Folders of plans of 35 activities, beside the same files through `cat` and `wc`.
fn compare_plans(folder: &Path) -> Result<bool, Box<dyn Error>> {
    let mut in_bars = true;
    let mut before: Option<[Measured; 2]> = None;
    for count in [100, 1_000, 10_000] {
        let plans = write_plans(folder, count)?;
        let count_words = format!("cat {plans}/*/*.toml | wc");
        let commands = [
            ("sh", vec!["-c", &count_words]),
            (PLAN, of_file(&plans, &["status"])),
            (PLAN, of_file(&plans, &["overdue"])),
        ];
        let measured = best(if count == 10_000 { 5 } else { 10 }, &commands)?;
        println!("\n{count} plans of 35 activities");
        print(&["cat | wc", "status", "overdue"], &measured, measured[0]);
        let now = [measured[1], measured[2]];
        if count == 10_000 {
            for (name, one) in ["status", "overdue"].iter().zip(now) {
                in_bars &= bar(&format!("{name} / cat | wc, time"), ratio(one, measured[0]), 3.0);
                in_bars &= bar(&format!("{name}, MiB"), mebibytes(one), 200.0);
            }
            let growth = before.map_or(0.0, |before| ratio(now[0], before[0]).max(ratio(now[1], before[1])));
            in_bars &= bar("ten times as many plans, time", growth, 11.0);
        }
        before = Some(now);
    }
    Ok(in_bars)
}

/// A document of forty pages, beside a program that does nothing with its arguments.
fn compare_import(folder: &Path) -> Result<bool, Box<dyn Error>> {
    let file = write_document(folder)?;
    let import = vec!["--lang", "zh", "import", &file, "--dry-run"];
    let measured = best(40, &[(PLAN, vec!["--version"]), (PLAN, import)])?;
    println!("\na document of forty pages");
    print(&["--version", "import --dry-run"], &measured, measured[0]);
    Ok(bar("import / --version, time", ratio(measured[1], measured[0]), 30.0))
}

/// What must not grow with the square of its size: phases that are compared, and slots of a very wide screen.
fn compare_growth(folder: &Path) -> Result<bool, Box<dyn Error>> {
    let [few, many] = [4_000, 16_000].map(|phases| write_phases(folder, phases));
    let [century, millennium] = [2099, 2999].map(|last| write_long_plan(folder, last));
    let (few, many, century, millennium) = (few?, many?, century?, millennium?);
    let wide = |file| [&["COLUMNS=1000000", PLAN][..], &of_file(file, &["timeline"])].concat();
    let commands = [
        (PLAN, of_file(&few, &["diff", &few])),
        (PLAN, of_file(&many, &["diff", &many])),
        ("env", wide(&century)),
        ("env", wide(&millennium)),
    ];
    let measured = best(7, &commands)?;
    println!("\nphases, and years on a screen of a million columns");
    let names = ["diff of 4000", "diff of 16000", "timeline of 100", "timeline of 1000"];
    print(&names, &measured, measured[0]);
    let diff = bar("diff of four times as many phases, time", ratio(measured[1], measured[0]), 8.0);
    Ok(diff & bar("timeline of ten times as many years, time", ratio(measured[3], measured[2]), 12.0))
}

/// The real plan, beside a program that does nothing. Both are copied first, as a program is when it is installed:
/// what a linker has just written takes a fifth longer to start.
fn compare_start(folder: &Path) -> Result<bool, Box<dyn Error>> {
    let copy = |program: &Path, name: &str| -> Result<String, Box<dyn Error>> {
        fs::copy(program, folder.join(name))?;
        Ok(folder.join(name).display().to_string())
    };
    let (empty, plan) = (copy(&env::current_exe()?, "empty")?, copy(Path::new(PLAN), "plan")?);
    let measured = best(400, &[(&empty, vec!["empty"]), (&plan, of_file(REAL, &["overdue"]))])?;
    println!("the real plan");
    let names = ["empty clap program", "overdue"];
    print(&names, &measured, measured[0]);
    Ok(bar("overdue / empty clap program, time", ratio(measured[1], measured[0]), 1.5))
}

/// Returns what the bars are about: scan, parse, overdue and done.
fn measure_size(size: usize, file: &Path) -> Result<[Measured; 4], Box<dyn Error>> {
    let itself = env::current_exe()?.display().to_string();
    let file = file.display().to_string();
    let commands = [
        (itself.as_str(), vec!["scan", &file]),
        (&itself, vec!["parse", &file]),
        (PLAN, of_file(&file, &["check"])),
        (PLAN, of_file(&file, &["list"])),
        (PLAN, of_file(&file, &["overdue"])),
        (PLAN, of_file(&file, &["done", "A7", "--dry-run"])),
    ];
    let measured = best(if size == 100_000 { 7 } else { 20 }, &commands)?;
    let names = ["scan", "DeTable::parse", "check", "list", "overdue", "done --dry-run"];
    print(&names, &measured, measured[0]);
    Ok([measured[0], measured[1], measured[4], measured[5]])
}

fn of_file<'f>(file: &'f str, verb: &[&'f str]) -> Vec<&'f str> {
    [&["-f", file, "--today", TODAY, "--lang", "zh"], verb].concat()
}

fn print(names: &[&str], measured: &[Measured], first: Measured) {
    for (name, one) in names.iter().zip(measured) {
        let milliseconds = one.time.as_secs_f64() * 1000.0;
        let times = ratio(*one, first);
        println!("{name:<20} {milliseconds:>9.2} ms {times:>6.2} x {} {:>8} KiB", names[0], one.kibibytes);
    }
}

fn bar(name: &str, reached: f64, allowed: f64) -> bool {
    let verdict = if reached <= allowed { "within" } else { "OVER" };
    println!("bar: {name}: {reached:.2}, {verdict} {allowed}");
    reached <= allowed
}

fn ratio(one: Measured, other: Measured) -> f64 {
    one.time.as_secs_f64() / other.time.as_secs_f64()
}

fn memory(one: Measured, other: Measured) -> f64 {
    mebibytes(one) / mebibytes(other)
}

fn mebibytes(measured: Measured) -> f64 {
    f64::from(u32::try_from(measured.kibibytes).unwrap_or(u32::MAX)) / 1024.0
}

/// Writes so many plans, a hundred a folder.
fn write_plans(folder: &Path, count: usize) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(write_plan(folder, 35)?)?;
    let plans = folder.join(format!("plans-{count}"));
    for number in 0..count {
        let folder = plans.join(format!("{:03}", number / 100));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("p{number:05}.toml")), &text)?;
    }
    Ok(plans.display().to_string())
}

/// Writes a plan of so many phases of a day.
fn write_phases(folder: &Path, phases: usize) -> Result<String, Box<dyn Error>> {
    let mut text = String::from("[plan]\ntitle = \"phases\"\n");
    let first = NaiveDate::from_ymd_opt(2018, 1, 1).ok_or("it is a day")?;
    for (number, day) in first.iter_days().take(phases).enumerate() {
        write!(text, "\n[[phase]]\nid = \"P{number}\"\ntitle = \"a day\"\nstart = {day}\nend = {day}\n")?;
    }
    let file = folder.join(format!("phases-{phases}.toml"));
    fs::write(&file, text)?;
    Ok(file.display().to_string())
}

/// Writes a plan that begins in 2000, with one deadline.
fn write_long_plan(folder: &Path, last_year: i32) -> Result<String, Box<dyn Error>> {
    let file = folder.join(format!("until-{last_year}.toml"));
    let text = format!(
        "[plan]\ntitle = \"years\"\nstart = 2000-01-01\nend = {last_year}-12-31\n\
         [[activity]]\nid = \"A1\"\ntitle = \"one\"\ndue = 2018-06-10\n"
    );
    fs::write(&file, text)?;
    Ok(file.display().to_string())
}

/// Writes a Word document of forty pages of text, 30,000 characters, and a timetable of a hundred rows.
fn write_document(folder: &Path) -> Result<String, Box<dyn Error>> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let row = |cells: [&str; 4]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let mut body = paragraph("2018年全市科技创新工作实施方案");
    for number in 0..400 {
        let deadline = if number % 10 == 0 {
            format!("{}月底前完成。", number / 40 + 1)
        } else {
            "持续推进。".to_owned()
        };
        body += &paragraph(&format!(
            "第{number}项工作要紧扣科技创新存在的高质量平台不多、高素质人才短缺、高水平园区欠缺等制约转型的难点问题，\
             坚持问题导向和目标导向，列出清单，{deadline}"
        ));
    }
    let mut rows = row(["工作任务", "主要内容", "责任单位", "完成时限"]);
    for number in 0..100 {
        let (title, due) = (format!("开展第{number}次主题调研"), format!("{}月底前", number % 12 + 1));
        rows += &row([&title, "明确重点发展方向，发挥区域产业优势", "产学研科", &due]);
    }
    let document =
        format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}<w:tbl>{rows}</w:tbl></w:body></w:document>");
    let file = folder.join("forty-pages.docx");
    let mut package = ZipWriter::new(fs::File::create(&file)?);
    for (name, xml) in PACKAGE.into_iter().chain([("word/document.xml", document.as_str())]) {
        package.start_file(name, SimpleFileOptions::default())?;
        package.write_all(xml.as_bytes())?;
    }
    package.finish()?;
    Ok(file.display().to_string())
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
