//! Claims and what became of them, as HTML.

use super::{Html, class, sign, words};
use crate::vocabulary::escape;

impl Html<'_> {
    pub(super) fn claims(&mut self) {
        let page = self.page;
        if page.claims.is_empty() {
            return;
        }
        self.heading("claims");
        self.raw("<table><thead><tr><th></th>");
        for id in ["claims-asks", "claims-grounds", "claims-should", "claims-decided"] {
            let label = self.label(id);
            self.raw(&format!("<th>{label}</th>"));
        }
        self.raw("</tr></thead><tbody>");
        let turn = self.label("turn");
        for one in &page.claims {
            let fault = one.fault.as_deref();
            let fault = fault.map(|fault| format!("<br><span class=\"{}\">{}</span>", class(one.mark), escape(fault)));
            let when = one.turn.map(|number| format!(" <small>{turn} {number}</small>"));
            self.raw(&format!(
                "<tr><td>{}</td><td>{}</td><td><small>{}</small></td><td>{}</td><td>{}{}{}</td></tr>",
                sign(one.mark),
                words(&one.asks),
                words(&one.grounds),
                escape(&one.should),
                escape(&one.decided),
                when.unwrap_or_default(),
                fault.unwrap_or_default(),
            ));
        }
        self.raw("</tbody></table>");
    }
}
