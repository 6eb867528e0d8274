//! Letters as plain text and as HTML.

use proofup_api::Language;

use super::Part;

/// Plain text.
pub(super) fn text(parts: &[Part]) -> String {
    let blocks: Vec<_> = parts.iter().map(text_of).collect();
    blocks.join("\n\n") + "\n"
}

fn text_of(part: &Part) -> String {
    match part {
        Part::Heading(text) | Part::Paragraph(text) | Part::Small(text) => text.clone(),
        Part::Facts(facts) => {
            facts.iter().map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join("\n")
        }
        Part::List(lines) => lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"),
        Part::Link(label, address) => format!("{label}: {address}"),
    }
}

/// HTML without pictures, scripts and foreign styles.
pub(super) fn html(language: Language, title: &str, parts: &[Part]) -> String {
    let body: String = parts.iter().map(html_of).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"font: 15px/1.5 sans-serif; max-width: 36em; margin: 1.5em\">\n{body}</body>\n</html>\n",
        language.tag(),
        escaped(title)
    )
}

fn html_of(part: &Part) -> String {
    match part {
        Part::Heading(text) => format!("<h1 style=\"font-size: 20px\">{}</h1>\n", escaped(text)),
        Part::Paragraph(text) => format!("<p>{}</p>\n", escaped(text)),
        Part::Small(text) => format!("<p style=\"font-size: 13px; opacity: 0.75\">{}</p>\n", escaped(text)),
        Part::Facts(facts) => {
            let row = |(label, value): &(&str, String)| {
                format!(
                    "<tr><th scope=\"row\" style=\"text-align: start; padding-inline-end: 1em\">{}</th><td>{}</td></tr>\n",
                    escaped(label),
                    escaped(value)
                )
            };
            format!("<table>\n{}</table>\n", facts.iter().map(row).collect::<String>())
        }
        Part::List(lines) => {
            let items: String = lines.iter().map(|line| format!("<li>{}</li>\n", escaped(line))).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Part::Link(label, address) => format!("<p><a href=\"{}\">{}</a></p>\n", escaped(address), escaped(label)),
    }
}

fn escaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => done.push_str("&amp;"),
            '<' => done.push_str("&lt;"),
            '>' => done.push_str("&gt;"),
            '"' => done.push_str("&quot;"),
            '\'' => done.push_str("&#39;"),
            other => done.push(other),
        }
    }
    done
}
