package cli

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func sortStrings(s []string) { slices.Sort(s) }

// answer writes a value, or the word for an answer without one; nothing for
// what is absent.
func (a *app) answer(is model.Answer, value string) string {
	switch is {
	case model.Given:
		return value
	case model.Unknown:
		return a.lang.Word(text.UnknownWord)
	case model.None:
		return a.lang.Word(text.NoneWord)
	case model.NotApplicable:
		return a.lang.Word(text.NotApplicableWord)
	}
	return ""
}

func (a *app) date(d model.Val[edtf.Date]) string { return a.answer(d.Is, text.Date(d.V, a.lang)) }

func (a *app) period(p model.Val[model.Interval]) string {
	if !p.Given() {
		return a.answer(p.Is, "")
	}
	return a.span(p.V.Span)
}

// span writes a first and a last day.
func (a *app) span(s model.Span) string {
	from, until := a.date(s.From), a.date(s.Until)
	switch {
	case from == "" && until == "":
		return ""
	case until == "":
		return a.pick("från ", "from ") + from
	case from == "":
		return a.pick("till ", "until ") + until
	}
	return from + " – " + until
}

// doubt marks what the sources do not settle.
func doubt(v truth.Value) string {
	if v == truth.CannotTell {
		return " ?"
	}
	return ""
}

func (a *app) kindWord(k model.Kind) string {
	if a.lang == text.English {
		return k.Info().En.Many
	}
	return k.Info().Sv.Many
}

// agreementStatuses are the derived statuses in both languages, in the order
// of an agreement's life. They are never written in a file.
var agreementStatuses = []model.Choice{
	{ID: registry.Draft, Sv: "utkast", En: "draft"},
	{ID: registry.InConsultation, Sv: "på remiss", En: "out for consultation"},
	{ID: registry.AgreedUpon, Sv: "överenskommen", En: "agreed"},
	{ID: registry.Recommended, Sv: "rekommenderad", En: "recommended"},
	{ID: registry.UnderAdoption, Sv: "under antagande", En: "under adoption"},
	{ID: registry.InForce, Sv: "gällande", En: "in force"},
	{ID: registry.Expired, Sv: "utgången", En: "expired"},
	{ID: registry.ReplacedByOther, Sv: "ersatt", En: "replaced"},
	{ID: registry.EndedAgreement, Sv: "upphörd", En: "ended"},
	{ID: registry.Signed, Sv: "undertecknad", En: "signed"},
}

var closedStatus = model.Choice{ID: registry.Closed, Sv: "avvecklad", En: "closed"}

// statusesOf are the statuses that records of a kind can have.
func statusesOf(k model.Kind) []model.Choice {
	switch k {
	case model.AgreementKind:
		return agreementStatuses
	case model.GroupKind:
		return append(slices.Clone(model.Enumeration("group-status")), closedStatus)
	case model.MeetingKind:
		return model.Enumeration("meeting-status")
	case model.DecisionKind:
		return model.Enumeration("decision-state")
	case model.IssueKind:
		return model.Enumeration("issue-state")
	}
	return nil
}

// stateWord is the word for a derived status.
func (a *app) stateWord(w model.Word) string {
	for _, c := range append(slices.Clone(agreementStatuses), closedStatus) {
		if c.ID == w {
			return a.pick(c.Sv, c.En)
		}
	}
	return model.Label("group-status", w, string(a.lang))
}

func (a *app) statusWord(st registry.Status) string {
	if len(st.Possible) > 0 {
		return a.stateWord(st.State) + " ?"
	}
	return a.stateWord(st.State)
}

func (a *app) since(st registry.Status) string {
	if st.Since.IsZero() {
		return ""
	}
	return text.Date(st.Since, a.lang)
}
