//! Imports neutral YAML files and prints what the importer and the reader find wrong, or with
//! `--write DIR` writes the folder. For authors; opens the files named on the command line.
#![expect(clippy::print_stdout, reason = "an example that prints")]

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut target = None;
    while let Some(argument) = arguments.next() {
        if argument == "--write" {
            target = arguments.next();
            continue;
        }
        let stem = Path::new(&argument)
            .file_stem()
            .and_then(|stem| stem.to_str());
        let yaml = std::fs::read_to_string(&argument)?;
        let (source, mut problems) = casebook::import_named(&yaml, stem.unwrap_or("case"));
        if let Some(source) = source {
            let (authored, more) = casebook::Authored::parse(&source);
            problems.extend(more);
            if let Some(case) = authored.and_then(|authored| authored.case(0).ok()) {
                let length: u32 = case
                    .segments
                    .iter()
                    .map(|segment| segment.budget_secs)
                    .sum();
                println!(
                    "{}: {} segments, {} s",
                    case.slug,
                    case.segments.len(),
                    length
                );
                if target.as_deref() == Some("-") {
                    println!("{}", serde_json::to_string_pretty(&case)?);
                } else if let Some(folder) = &target {
                    let folder = Path::new(folder).join(&case.slug);
                    std::fs::create_dir_all(&folder)?;
                    for (path, text) in &source.files {
                        std::fs::write(folder.join(path), text)?;
                    }
                }
            }
        }
        for problem in problems {
            println!("{problem}");
        }
    }
    Ok(())
}
