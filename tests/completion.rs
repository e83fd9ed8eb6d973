//! Completion as somebody has it who presses Tab in a shell: the line is run then, and what it was is looked at.

#![cfg(unix)] // bash, zsh and fish are typed into

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

mod skip;

const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// A plan whose ids, titles and names a shell would run, if it got hold of them.
const PLAN: &str = r#"[plan]
title = "t"

[[phase]]
id = "P1"
title = "$(touch PWNED1)"
start = 2018-05-01
end = 2018-05-31

[[activity]]
id = "A1"
title = "`touch PWNED2`; touch PWNED3"
done = 2018-05-02
owner = "企业科 二"
group = "it's $(touch PWNED4)"

[[activity]]
id = "A2"
title = "x"
group = "集中 学习"
owner = "a\u001Bb"

[[activity]]
id = "Z$(touch PWNED5)"
title = "x"

[[activity]]
id = "Z;touch PWNED6"
title = "x"
"#;

/// What is typed, and the words that the command gets.
const CASES: [(&str, &[&str]); 17] = [
    ("plan show A1,p\t", &["show", "A1,P1"]),
    ("plan done a1,\t", &["done", "a1,A2"]),
    ("plan done A1 A\t", &["done", "A1", "A2"]),
    ("plan show Z\t", &["show", "Z"]),
    ("plan -fo.toml show \t", &["-fo.toml", "show", "O1"]),
    ("plan --file=o.toml show \t", &["--file=o.toml", "show", "O1"]),
    ("plan -f ~/o.toml show \t", &["-f", "{HOME}/o.toml", "show", "O1"]),
    ("plan -f \"with space.toml\" show \t", &["-f", "with space.toml", "show", "W1"]),
    ("plan -f with\\ space.toml show \t", &["-f", "with space.toml", "show", "W1"]),
    ("plan list --phase \t", &["list", "--phase", "P1"]),
    ("plan list --group it\t", &["list", "--group", "it's $(touch PWNED4)"]),
    ("plan list --group '集\t", &["list", "--group", "集中 学习"]),
    ("plan list --group=集\t", &["list", "--group=集中 学习"]),
    ("plan list --owner \t", &["list", "--owner", "企业科 二"]),
    ("plan -f wi\tshow W\t", &["-f", "with space.toml", "show", "W1"]),
    ("plan diff wi\t", &["diff", "with space.toml"]),
    ("plan import wi\t", &["import", "with space.toml"]),
];

/// A shell behind a terminal.
struct Session {
    child: Child,
    said: Receiver<Vec<u8>>,
    screen: String,
}

impl Session {
    fn new(start: &str, folder: &Path) -> Session {
        let mut command = Command::new("script");
        command.args(["-qfec", start, "/dev/null"]).current_dir(folder).env_clear();
        command.envs([("PATH", "/usr/bin:/bin"), ("TERM", "xterm"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC")]);
        command.env("HOME", folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("script is there");
        let mut output = child.stdout.take().expect("it is a pipe");
        let (sender, said) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut bytes) {
                if sender.send(bytes[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Session { child, said, screen: String::new() }
    }

    fn type_in(&mut self, keys: &str) {
        let input = self.child.stdin.as_mut().expect("it is a pipe");
        input.write_all(keys.as_bytes()).and_then(|()| input.flush()).expect("the shell is there");
    }

    /// Waits for `words` on the screen, and passes over them.
    fn wait_for(&mut self, words: &str) {
        while !self.screen.contains(words) {
            let more = self.said.recv_timeout(Duration::from_secs(30));
            let more = more.unwrap_or_else(|_| panic!("no {words:?}: {:?}", self.screen));
            self.screen.push_str(&String::from_utf8_lossy(&more));
        }
        let end = self.screen.find(words).map_or(0, |at| at + words.len());
        self.screen.drain(..end);
    }
}

/// Returns what starts `shell` without what its owner has set.
fn bare(shell: &str) -> &'static str {
    match shell {
        "bash" => "bash --norc --noprofile -i",
        "zsh" => "zsh -f -i",
        _ => "fish --no-config -i",
    }
}

/// The program, where its path has to be quoted.
const PROGRAM: &str = r"./'it'\''s $(touch PWNED7)/plan'";

/// Returns what makes the shell ready: the completion, a `plan` that only notes its arguments, and a prompt.
fn preparation(shell: &str) -> String {
    match shell {
        "bash" => format!(
            "source <({PROGRAM} completions bash); PS1='@''@ '\n\
             plan() {{ printf '%s\\0' \"$@\" $'\\n' >> ran; n=$((n+1)); echo \"=$n=\"; }}\n"
        ),
        "zsh" => format!(
            "autoload -U compinit; compinit -u; source <({PROGRAM} completions zsh); PS1='@''@ '\n\
             plan() {{ printf '%s\\0' \"$@\" $'\\n' >> ran; n=$((n+1)); echo \"=$n=\" }}\n"
        ),
        _ => format!(
            "{PROGRAM} completions fish | source; function fish_prompt; echo -n '@''@ '; end; set -g n 0\n\
             function plan; printf '%s\\0' $argv \\n >> ran; set n (math $n + 1); echo \"=$n=\"; end\n"
        ),
    }
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let bin = folder.path().join("it's $(touch PWNED7)");
    fs::create_dir(&bin).expect("it is new");
    symlink(env!("CARGO_BIN_EXE_plan"), bin.join("plan")).expect("it is new");
    fs::write(folder.path().join("plan.toml"), PLAN).expect("there is room");
    for (name, id) in [("o.toml", "O1"), ("with space.toml", "W1")] {
        let plan = format!("[plan]\ntitle = \"t\"\n[[activity]]\nid = \"{id}\"\ntitle = \"x\"\n");
        fs::write(folder.path().join(name), plan).expect("there is room");
    }
    folder
}

/// Whether `script` gives a terminal to a command as it does on Linux; elsewhere it takes other options.
fn has_script() -> bool {
    let version = Command::new("script").arg("--version").output();
    version.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("util-linux"))
}

fn is_there(program: &str) -> bool {
    ["/usr/bin", "/bin"].iter().any(|folder| Path::new(folder).join(program).exists())
}

#[test]
fn tab_in_every_shell_completes_what_the_command_would_read_and_runs_nothing_of_it() {
    for shell in SHELLS {
        if !is_there(shell) || !has_script() {
            skip::skipped(&format!("{shell} or the script of Linux is not installed"));
            continue;
        }
        let folder = folder();
        let home = folder.path().to_str().expect("it is UTF-8");
        let mut session = Session::new(bare(shell), folder.path());
        session.type_in(&format!("{}echo pre''pared\n", preparation(shell)));
        session.wait_for("prepared");
        for (at, (keys, _)) in CASES.iter().enumerate() {
            session.wait_for("@@ ");
            session.type_in(keys);
            session.type_in("\r");
            session.wait_for(&format!("={}=", at + 1));
        }
        session.type_in("\rexit\r");
        session.child.wait().expect("it ends");
        let ran = fs::read_to_string(folder.path().join("ran")).expect("something ran");
        let ran: Vec<Vec<&str>> =
            ran.split_terminator("\n\0").map(|words| words.split_terminator('\0').collect()).collect();
        for ((keys, expected), found) in CASES.iter().zip(&ran) {
            let expected: Vec<String> = expected.iter().map(|word| word.replace("{HOME}", home)).collect();
            assert_eq!(*found, expected, "{shell}: {keys:?}");
        }
        assert_eq!(ran.len(), CASES.len(), "{shell}");
        for entry in fs::read_dir(folder.path()).expect("it is a folder") {
            let name = entry.expect("it can be listed").file_name();
            assert!(!name.to_string_lossy().starts_with("PWNED"), "{shell} ran what stands in the plan");
        }
    }
}

/// `.ci/package` runs it while the package is installed: each shell finds the completion by itself, at the first Tab.
#[test]
#[ignore = "the package has to be installed"]
fn tab_completes_in_every_shell_once_the_package_is_installed() {
    let fresh = |shell: &str| match shell {
        "bash" => {
            ("bash --noprofile --rcfile /usr/share/bash-completion/bash_completion -i", "complete -p plan")
        }
        "zsh" => ("zsh -f -i", "autoload -U compinit; compinit -u"),
        _ => ("fish -i", "true"),
    };
    for shell in SHELLS {
        let folder = tempfile::tempdir().expect("there is room");
        let file = folder.path().join("plan.toml");
        let plan = "[plan]\ntitle = \"t\"\n[[activity]]\nid = \"A1\"\ntitle = \"x\"\n";
        fs::write(&file, plan).expect("there is room");
        let (start, first) = fresh(shell);
        let mut session = Session::new(start, folder.path());
        session.type_in(&format!("{first}; echo pre''pared\n"));
        if shell == "bash" {
            session.wait_for("plan: no completion specification");
        }
        session.wait_for("prepared");
        session.type_in("plan do\tA\t\r");
        session.wait_for("plan reopen A1");
        session.type_in("exit\r");
        session.child.wait().expect("it ends");
        assert!(fs::read_to_string(&file).is_ok_and(|text| text.contains("\ndone = ")), "{shell}");
    }
}

/// Returns what a shell is offered for `line`.
fn offered(shell: &str, line: &str) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.env_clear().env("COMPLETE", shell);
    match shell {
        "powershell" => command.env("COMPLETE_LINE", line),
        _ => command.args(["--", line, ""]),
    };
    let folder = folder();
    let output = command.current_dir(folder.path()).output().expect("it runs");
    String::from_utf8(output.stdout).expect("it is UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn what_is_still_to_be_done_comes_first_for_done_and_what_is_done_for_reopen_and_verify() {
    assert_eq!(offered("bash", "plan done "), ["A2", "A1"]);
    assert_eq!(offered("bash", "plan reopen "), ["A1", "A2"]);
    assert_eq!(offered("bash", "plan verify "), ["A1", "A2"]);
    assert_eq!(offered("fish", "plan verify A1 "), ["A2\tx"]);
    assert_eq!(
        offered("zsh", "plan move "),
        ["P1\t$(touch PWNED1)", "A1\t`touch PWNED2`; touch PWNED3", "A2\tx"]
    );
}

#[test]
fn powershell_is_offered_words_in_its_own_quotes_from_its_last_comma_on() {
    assert_eq!(offered("powershell", "plan done A1,"), ["A2\tx"]);
    assert_eq!(offered("powershell", "plan done A1、"), ["A1、A2\tx"]);
    assert_eq!(offered("powershell", "plan list --group it"), ["'it''s $(touch PWNED4)'"]);
    assert_eq!(offered("powershell", "plan list --group=集"), ["--group='集中 学习'"]);
    assert_eq!(offered("powershell", "plan list --owner '企业科` "), [""; 0]);
    assert_eq!(offered("powershell", "plan list --owner “企业科` "), ["'企业科 二'"]);
    assert_eq!(offered("powershell", "plan -f with` space.toml show "), ["W1\tx"]);
    assert_eq!(
        offered("powershell", "plan done A1 --dry"),
        ["--dry-run\tSay what would change, and change nothing"]
    );
    assert_eq!(offered("powershell", "plan -f './with space.toml' show "), ["W1\tx"]);
}

#[test]
fn the_script_for_powershell_is_read_alike_under_every_code_page() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    let script = command.args(["completions", "powershell"]).output().expect("it runs").stdout;
    assert!(script.starts_with(b"Register-ArgumentCompleter") && script.is_ascii());
}

#[test]
fn the_script_of_a_program_that_is_found_by_its_name_names_no_folder() {
    for shell in SHELLS {
        let folder = Path::new(env!("CARGO_BIN_EXE_plan")).parent().expect("it is in a folder");
        let mut command = Command::new("plan");
        let output = command.args(["completions", shell]).env("PATH", folder).output().expect("it is found");
        let script = String::from_utf8(output.stdout).expect("it is UTF-8");
        assert!(script.contains(&format!("COMPLETE={shell} plan -- ")), "{script}");
    }
}
