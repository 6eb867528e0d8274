//! `docs/operator-guide.md` explains every reason of a denial; this test finds a missing one.

use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn the_guide_explains_every_reason_of_a_denial_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("the file is there");
    let (code, guide) = (read("crates/api/src/denial.rs"), read("docs/operator-guide.md"));
    let given: BTreeSet<&str> =
        code.lines().filter_map(|line| line.split_once("=> \"")?.1.split_once('"')).map(|(word, _)| word).collect();
    let table = guide.split_once("### Why a sign-in is denied").expect("the table is there").1;
    let explained: BTreeSet<&str> = table
        .lines()
        .skip_while(|line| !line.starts_with("|---"))
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .flat_map(|row| row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2))
        .collect();
    assert!(given.len() > 20, "the reasons were not read: {given:?}");
    assert_eq!(given, explained);
}
