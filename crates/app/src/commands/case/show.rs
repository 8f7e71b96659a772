//! `case show`: a case at one number set as plain text, for whoever wrote it.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use casebook::{Branch, Case, Cell, Exhibit, Quant};

use crate::CaseLibrary;
use crate::clock::minutes;
use crate::figures::{figure, quantity};
use crate::words::kind_line;

/// Prints the case.
pub(super) fn run(
    library: &CaseLibrary,
    slug: &str,
    seed: u64,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let listed = library.find(slug).ok_or_else(|| {
        anyhow!("no case is called `{slug}`; `casingexpert case list` names them")
    })?;
    let case = listed
        .authored
        .case(seed)
        .with_context(|| format!("number set {seed}"))?;
    head(&case, out)?;
    parts(&case, out)?;
    for exhibit in &case.exhibits {
        table(exhibit, out)?;
    }
    for quant in &case.quants {
        sums(quant, out)?;
    }
    ending(&case, out)?;
    Ok(ExitCode::SUCCESS)
}

fn head(case: &Case, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "{}\n{}\nnumber set {}\n",
        case.title,
        kind_line(case),
        case.seed
    )?;
    writeln!(
        out,
        "{}\n\nGoal: {}\n",
        case.prompt.trim(),
        case.objective.text
    )?;
    for fact in &case.facts {
        writeln!(out, "- {}: {}", fact.label, fact.answer)?;
    }
    Ok(())
}

fn parts(case: &Case, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nParts")?;
    for part in &case.segments {
        let budget = minutes(u64::from(part.budget_secs) * 1000);
        writeln!(out, "{budget:>6}  {}: {}", part.name, part.opener)?;
    }
    writeln!(out, "\nStructure")?;
    for branch in &case.structure.branches {
        tree(branch, 0, out)?;
    }
    Ok(())
}

fn tree(branch: &Branch, depth: usize, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "{:indent$}- {}", "", branch.label, indent = depth * 2)?;
    branch
        .children
        .iter()
        .try_for_each(|child| tree(child, depth + 1, out))
}

fn table(exhibit: &Exhibit, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nExhibit: {} ({})", exhibit.title, exhibit.units)?;
    let heads: Vec<&str> = exhibit.columns.iter().map(|c| c.label.as_str()).collect();
    writeln!(out, "\t{}", heads.join("\t"))?;
    for row in &exhibit.rows {
        let cells = row
            .cells
            .iter()
            .zip(&exhibit.columns)
            .map(|(cell, column)| match cell {
                Cell::Number(value) => figure(value, column.places),
                Cell::Text(text) => text.clone(),
                Cell::Empty => String::new(),
            });
        writeln!(
            out,
            "{}\t{}",
            row.label,
            cells.collect::<Vec<_>>().join("\t")
        )?;
    }
    Ok(())
}

fn sums(quant: &Quant, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nCalculation: {}", quant.question)?;
    for step in &quant.steps {
        writeln!(
            out,
            "  {}: {} = {}",
            step.label,
            step.worked,
            quantity(&step.value, &step.unit)
        )?;
    }
    for asked in &quant.asked {
        let (value, off) = (
            quantity(&asked.value, &asked.unit),
            quantity(&asked.tolerance, &asked.unit),
        );
        writeln!(out, "  asked: {} = {value} (within {off})", asked.label)?;
    }
    for trap in &quant.traps {
        let value = quantity(&trap.value, &trap.unit);
        writeln!(out, "  trap {}, {value}: {}", trap.code, trap.mistake)?;
    }
    Ok(())
}

fn ending(case: &Case, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nRecommendation: {}", case.synthesis.recommendation)?;
    writeln!(out, "\nA full answer: {}", case.synthesis.sample)
}
