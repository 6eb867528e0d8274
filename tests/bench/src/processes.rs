//! Memory and processor time of a process and its children, from `/proc`.

use std::{collections::HashMap, error::Error, fs, time::Duration};

/// Clock ticks per second in `/proc/*/stat`; Linux reports 100 to programs on every architecture.
const TICKS: f64 = 100.0;

/// Proportional set size in MB: each process counts its share of shared pages.
pub fn proportional_set_size(root: u32) -> Result<f64, Box<dyn Error>> {
    let mut kilobytes = 0_u64;
    for id in family(root)? {
        // A process that has ended uses no memory.
        let Ok(rollup) = fs::read_to_string(format!("/proc/{id}/smaps_rollup")) else { continue };
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or("0 kB");
        kilobytes += line.trim().trim_end_matches(" kB").trim().parse::<u64>()?;
    }
    Ok(kilobytes as f64 / 1024.0)
}

/// User and system time of all of them.
pub fn processor_time(root: u32) -> Result<Duration, Box<dyn Error>> {
    let mut ticks = 0_u64;
    for id in family(root)? {
        let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        // The name in parentheses may contain spaces, so fields are counted after it.
        let Some((_, fields)) = stat.rsplit_once(") ") else { continue };
        let fields: Vec<&str> = fields.split(' ').collect();
        for field in [11, 12] {
            ticks += fields.get(field).ok_or("a short line in /proc")?.parse::<u64>()?;
        }
    }
    Ok(Duration::from_secs_f64(ticks as f64 / TICKS))
}

fn family(root: u32) -> Result<Vec<u32>, Box<dyn Error>> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc")? {
        let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        let parent = stat.rsplit_once(") ").and_then(|(_, fields)| fields.split(' ').nth(1)?.parse().ok());
        children.entry(parent.unwrap_or(0)).or_default().push(id);
    }
    let mut family = vec![root];
    let mut next = 0;
    while let Some(&id) = family.get(next) {
        family.extend(children.remove(&id).unwrap_or_default());
        next += 1;
    }
    Ok(family)
}
