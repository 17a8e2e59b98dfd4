package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var establishedCriteria = Rule{
	Spec: &rule.Spec{
		ID: "established-criteria", Number: "R087", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En samrådsgrupp hade det som riktlinjen kräver när den etablerades.",
			En: "A consultation group had what the guideline requires when it was established.",
		},
		Why: text.Both{
			Sv: "Riktlinjen kan kräva uppdragsbeskrivning, representation samt ordförandeskap och processledning (established_requires). Representation är tillsatta platser från både regionen och kommunerna; ordförandeskap och processledning är en tillsatt plats för vardera. Kravet prövas den dag då gruppen etablerades, mot den riktlinje som gällde då. Att en plats saknas i registret säger något först när gruppens platser är fullständiga (complete.seats). Vad som har förändrats sedan dess tas upp av andra regler.",
			En: "The guideline may require terms of reference, representation, and a chair and process lead (established_requires). Representation is filled seats of both the region and the municipalities; chair and process lead is a filled seat for each. The requirement is tested on the day the group was established, by the guideline that was in force then. That a seat is not in the registry says something only once the group's seats are complete (complete.seats). What has changed since is for other rules.",
		},
		Remedy: text.Both{
			Sv: "Registrera det som fanns på plats, eller skriv establishing tills kraven är uppfyllda.",
			En: "Record what was in place, or write establishing until the requirements are met.",
		},
		Tune: text.Both{Sv: "established_requires i riktlinjen och thresholds.look_back i vis.yaml.", En: "established_requires of the guideline and thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"":      {Sv: "{group} etablerades {date} utan uppdragsbeskrivning", En: "{group} was established {date} without terms of reference"},
			"side":  {Sv: "{group} etablerades {date} utan någon tillsatt plats för sidan {side}", En: "{group} was established {date} without a filled seat for the side {side}"},
			"chair": {Sv: "{group} etablerades {date} utan ordförande", En: "{group} was established {date} without a chair"},
			"lead":  {Sv: "{group} etablerades {date} utan processledare", En: "{group} was established {date} without a process lead"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.2", Line: 552, Says: "För att en ny samrådsgrupp ska ses som etablerad ska följande vara på plats:"},
			{Source: "rapport-2022", Section: "7.2", Line: 554, Says: "Uppdragsbeskrivning"},
			{Source: "rapport-2022", Section: "7.2", Line: 555, Says: "Representation"},
			{Source: "rapport-2022", Section: "7.2", Line: 556, Says: "Ordförandeskap och processledning"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		requires := func(date edtf.Date) registry.Parameter[[]model.Word] {
			return then(v, date, (*registry.View).EstablishedRequires)
		}
		governs := func(date edtf.Date) truth.Value { return requires(date).Governs }
		established(v, r, governs, func(g *model.Group, date edtf.Date, entry rule.Related) {
			if !date.IsExact() {
				r.CannotTell()
				return
			}
			p := requires(date)
			on := v.On(date.Earliest())
			group := text.Args{"group": phrase.Both(v.ShortName(g)), "date": date}
			outcome := truth.Yes
			var found []*rule.Finding
			need := func(has truth.Value, f *rule.Finding) {
				outcome = truth.And(outcome, has)
				if has == truth.No {
					f.Severity, f.Related = weight(p, rule.Error), []rule.Related{entry, byGuideline(p)}
					found = append(found, f)
				}
			}
			for _, part := range on.CriterionParts(g, p.Value) {
				switch part.Part {
				case model.Region, model.Municipal:
					args := text.Args{"group": group["group"], "date": date, "side": phrase.Word("side", part.Part)}
					need(part.Has, rule.FoundAs("side", rule.At(g, "seats"), args, string(part.Part)))
				case model.Chair:
					need(part.Has, rule.FoundAs("chair", rule.At(g, "seats"), group))
				case model.Lead:
					need(part.Has, rule.FoundAs("lead", rule.At(g, "seats"), group))
				default:
					need(part.Has, rule.Found(rule.At(g, "terms_of_reference"), group))
				}
			}
			judgeEvent(v, r, date, outcome, func() []*rule.Finding { return found })
		})
	},
}
