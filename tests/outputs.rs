//! Where an output goes: never over the workspace, its log, what is read or another workspace, under whatever name; over
//! any other file only when that was said; several all or none.

use crate::script::Script;
use crate::support::{TODAY, workbook};
use std::path::{Path, PathBuf};

/// Every way in which a command writes a file; OUT stands for its path.
const OUTPUTS: [(&str, &str); 9] = [
    ("export template --out OUT", "xlsx"),
    ("export disclosure --year 2025 --out OUT", "xlsx"),
    ("export disclosure --year 2025 --out OUT", "csv"),
    ("export disclosure --year 2025 --out OUT", "json"),
    ("export disclosure --year 2025 --out OUT", "pdf"),
    ("export retirement R-2025-01 --out OUT", "pdf"),
    ("mapping export 1 --out OUT", "json"),
    ("document SHA --out OUT", "csv"),
    ("import procurement %bad.csv --year 2025 --errors-to OUT", "csv"),
];

/// A workspace with something for each of them to write.
fn filled() -> (Script, String) {
    let script = Script::new();
    script.write("bad.csv", "Item,Quantity,Unit weight (kg)\nLaptop,one,1.5\nLaptop,2,1.5\n");
    script.write("letter.csv", "a letter");
    script.done("import procurement @guide_procurement.xlsx");
    script.done("purchase --class I-TEC --registry Bloom --vintage 2025 --serial-start 1 --serial-end 9");
    script.done("retire --year 2025 --quantity 1 --beneficiary L");
    let attached = script.done("attach R-2025-01 %letter.csv");
    (script, attached["document"]["sha256"].as_str().expect("a hash").to_owned())
}

/// Names of one file in the folder of a script, each ending as the output must.
fn names(script: &Script, target: &Path, ending: &str) -> Vec<PathBuf> {
    let [hard, soft] = ["hard", "soft"].map(|name| script.file(&format!("{name}.{ending}")));
    for old in [&hard, &soft] {
        let _ = std::fs::remove_file(old);
    }
    std::fs::hard_link(target, &hard).expect("a link");
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, &soft).expect("a link");
    vec![hard, soft]
}

fn words(output: &str, sha256: &str, out: &Path) -> String {
    let out = out.to_str().expect("a path").replace(' ', "~");
    output.replace("SHA", sha256).replace("OUT", &format!("{out} --overwrite"))
}

#[test]
fn no_output_replaces_a_workspace_under_any_name() {
    let (script, sha256) = filled();
    let other = script.file("other.itec");
    std::fs::copy(script.workspace(), &other).expect("another workspace");
    for (output, ending) in OUTPUTS {
        for target in [script.workspace(), other.clone()] {
            let before = std::fs::read(&target).expect("a workspace");
            for name in names(&script, &target, ending) {
                script.refused(TODAY, &words(output, &sha256, &name), "never_replaced", "workspace");
                assert_eq!(
                    std::fs::read(&target).expect("a workspace"),
                    before,
                    "{output} to {}",
                    name.display()
                );
            }
        }
    }
    for log in ["-wal", "-shm", "-journal"] {
        for workspace in [script.workspace(), other.clone()] {
            let log = PathBuf::from(format!("{}{log}", workspace.display()));
            script.refused(TODAY, &words(OUTPUTS[0].0, "", &log), "never_replaced", "log");
            assert!(!log.exists());
        }
    }
    script.refused(TODAY, &words(OUTPUTS[0].0, "", &script.workspace()), "never_replaced", "open workspace");
}

#[test]
fn no_output_replaces_what_the_command_reads() {
    let (script, _) = filled();
    let input = script.file("bad.csv");
    let before = std::fs::read(&input).expect("a file");
    for name in names(&script, &input, "xlsx").into_iter().chain([input.clone()]) {
        let name = name.to_str().expect("a path").to_owned();
        let words = format!("import procurement %bad.csv --year 2025 --overwrite --errors-to {name}");
        script.refused(TODAY, &words, "never_replaced", "this command reads");
        assert_eq!(std::fs::read(&input).expect("a file"), before);
    }
}

#[test]
fn another_file_is_replaced_only_when_that_is_said() {
    let (script, sha256) = filled();
    for (output, ending) in OUTPUTS {
        let out = script.file(&format!("mine.{ending}"));
        std::fs::write(&out, "mine").expect("written");
        let with = words(output, &sha256, &out);
        let without = with.replace(" --overwrite", "");
        script.refused(TODAY, &without, "file_exists", "--overwrite");
        assert_eq!(std::fs::read(&out).expect("a file"), b"mine", "{output}");
        script.done(&with);
        assert_ne!(std::fs::read(&out).expect("a file"), b"mine", "{output}");
        std::fs::remove_file(&out).expect("removed");
    }
    let left: Vec<_> = std::fs::read_dir(script.file("")).expect("a folder").collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn of_several_outputs_all_are_written_or_none() {
    let (script, _) = filled();
    let [first, second] = ["a.json", "b.csv"].map(|name| script.file(name));
    let export = "export disclosure --year 2025 --overwrite --out %a.json";
    for other in ["%missing/a.xlsx", "%a.json", "%./a.json", "%b.doc"] {
        let output = script.call(TODAY, &format!("{export} --out {other}"));
        assert_eq!(output.status.code(), Some(1), "{other}");
        assert!(!first.exists(), "{other}: one was written");
    }
    std::fs::create_dir(&second).expect("a folder in the way");
    script.refused(TODAY, &format!("{export} --out %b.csv"), "not_a_file", "is a folder");
    assert!(!first.exists());
    std::fs::remove_dir(&second).expect("removed");
    script.done(&format!("{export} --out %b.csv"));
    assert!(first.exists() && second.exists());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once() {
    let (script, _) = filled();
    std::process::Command::new("mkfifo").arg(script.file("pipe.xlsx")).status().expect("mkfifo");
    std::os::unix::fs::symlink("nowhere", script.file("link.xlsx")).expect("a link");
    for (out, says) in
        [("%pipe.xlsx", "pipe"), ("%link.xlsx", "leads nowhere"), ("/dev/null", "device"), ("%", "folder")]
    {
        script.refused(TODAY, &format!("export template --overwrite --out {out}"), "not_a_file", says);
    }
    let from = workbook("guide_procurement.xlsx");
    for words in ["inspect", "import procurement", "reconcile", "attach R-2025-01", "mapping import"] {
        for input in ["%pipe.xlsx", "/dev/null", "%"] {
            script.refused(TODAY, &format!("{words} {input}"), "not_a_file", "no file");
        }
        script.refused(TODAY, &format!("{words} %missing.xlsx"), "unreadable", "missing.xlsx is not there");
        assert!(from.is_file());
    }
}
