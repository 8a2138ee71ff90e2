//! Papers as they were handed in, as HTML.

use super::{Html, class, sign, words};
use crate::report::page::SheetRow;
use crate::vocabulary::escape;

impl Html<'_> {
    pub(super) fn sheets(&mut self) {
        let page = self.page;
        if page.sheets.is_empty() {
            return;
        }
        self.heading("sheets");
        let lead = self.label("sheets-lead");
        self.raw(&format!("<p><small>{lead}</small></p>"));
        for sheet in &page.sheets {
            let note = [sheet.basis.as_deref(), sheet.others.as_deref()];
            let note: Vec<String> = note.into_iter().flatten().map(escape).collect();
            self.raw(&format!(
                "<section class=\"sheet\"><h3>{}</h3><p><small>{} {}</small></p><table><thead><tr><th></th>",
                words(&sheet.title),
                escape(&sheet.when),
                note.iter().map(|note| format!("· {note}")).collect::<Vec<_>>().join(" "),
            ));
            for id in ["sheet-field", "sheet-written", "sheet-should", "sheet-fault"] {
                let label = self.label(id);
                self.raw(&format!("<th>{label}</th>"));
            }
            self.raw("</tr></thead><tbody>");
            for row in &sheet.rows {
                self.sheet_row(row);
            }
            self.raw("</tbody></table></section>");
        }
    }

    fn sheet_row(&mut self, row: &SheetRow) {
        let text = match row.mark {
            None => format!("<span class=\"soft\">{}</span>", words(&row.text)),
            Some(_) if row.fault.is_none() => words(&row.text),
            Some(_) => format!("<s>{}</s>", words(&row.text)),
        };
        let of = |text: &Option<String>, class: &str| {
            text.as_deref().map(|text| format!("<span class=\"{class}\">{}</span>", words(text))).unwrap_or_default()
        };
        let source = row.source.as_deref().map(|source| format!("<br><small>{}</small>", escape(source)));
        self.raw(&format!(
            "<tr><td>{}</td><td class=\"soft\">{}</td><td>{text}</td><td>{}</td><td>{}{}</td></tr>",
            row.mark.map(sign).unwrap_or_default(),
            words(&row.label),
            of(&row.should, "hit"),
            of(&row.fault, row.mark.map_or("soft", class)),
            source.unwrap_or_default(),
        ));
    }
}
