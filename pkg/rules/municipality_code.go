package rules

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var municipalityCode = Rule{
	Spec: &rule.Spec{
		ID: "municipality-code", Number: "R012", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En kommuns kod har fyra siffror, börjar med länets kod, är kommunens egen och stämmer med SCB:s namn.",
			En: "A municipality's code has four digits, begins with the code of the county, is its own and agrees with the name of Statistics Sweden.",
		},
		Why: text.Both{
			Sv: "Koden är det som gör att uppgifter går att föra samman med annan statistik. Felaktiga koder förekommer i offentliga listor: Sundbyberg anges ibland som 0115, som är Vallentuna, och Järfälla som 0180, som är Stockholm. Koderna och namnen jämförs för län 01; för andra län går det inte att avgöra.",
			En: "The code is what lets the data be joined with other statistics. Wrong codes occur in public lists: Sundbyberg is sometimes given 0115, which is Vallentuna, and Järfälla 0180, which is Stockholm. Codes and names are compared for county 01; for other counties nobody can tell.",
		},
		Remedy: text.Both{Sv: "Rätta koden efter SCB:s lista.", En: "Correct the code from the list of Statistics Sweden."},
		Messages: map[string]text.Both{
			"":       {Sv: "koden {code} har inte fyra siffror", En: "the code {code} does not have four digits"},
			"county": {Sv: "koden {code} börjar inte med länskoden {county}", En: "the code {code} does not begin with the county code {county}"},
			"shared": {Sv: "koden {code} har också {other}", En: "the code {code} is also that of {other}"},
			"none":   {Sv: "ingen kommun har koden {code} enligt SCB", En: "no municipality has the code {code} by Statistics Sweden"},
			"name":   {Sv: "koden {code} är {official} enligt SCB, inte {name}", En: "the code {code} is {official} by Statistics Sweden, not {name}"},
		},
		Cites: []rule.Cite{{Source: "scb-kommuner"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		county := string(v.Manifest.County.V.Code.V)
		owners := map[string]*model.Organization{}
		for _, o := range v.Organizations {
			code, ok := o.Code.Get()
			if !ok || o.Type.V != model.Municipality {
				continue
			}
			c := string(code)
			first := owners[c]
			if first == nil {
				owners[c] = o
			}
			official, known := scbMunicipalities[c]
			args := text.Args{"code": c, "county": county, "official": official, "name": phrase.Both(v.Name(o))}
			place := rule.At(o, "code")
			switch {
			case len(c) != 4:
				r.Violated(rule.Found(place, args))
			case !strings.HasPrefix(c, county):
				r.Violated(rule.FoundAs("county", place, args))
			case first != nil:
				args["other"] = first.Ref.String()
				f := rule.FoundAs("shared", place, args)
				f.Related = []rule.Related{{Place: rule.At(first, "code"), Message: text.Both{Sv: "samma kod står här", En: "the same code stands here"}}}
				r.Violated(f)
			case !known && county == scbCounty:
				r.Violated(rule.FoundAs("none", place, args))
			case !known:
				r.CannotTell()
			case !called(o, official):
				r.Violated(rule.FoundAs("name", place, args))
			default:
				r.Holds()
			}
		}
	},
}

// called reports whether a name is one of the record's names or aliases.
func called(rec model.Record, name string) bool {
	for _, s := range registry.Spellings(rec) {
		if text.Fold(s.Text) == text.Fold(name) {
			return true
		}
	}
	return false
}

// scbCounty is the county whose municipalities are known.
const scbCounty = "01"

// scbMunicipalities are the municipalities of scbCounty by the code of
// Statistics Sweden. Source: Statistics Sweden's list of counties and
// municipalities (scb-kommuner in the Stockholm registry).
var scbMunicipalities = map[string]string{
	"0114": "Upplands Väsby", "0115": "Vallentuna", "0117": "Österåker", "0120": "Värmdö", "0123": "Järfälla",
	"0125": "Ekerö", "0126": "Huddinge", "0127": "Botkyrka", "0128": "Salem", "0136": "Haninge", "0138": "Tyresö",
	"0139": "Upplands-Bro", "0140": "Nykvarn", "0160": "Täby", "0162": "Danderyd", "0163": "Sollentuna",
	"0180": "Stockholm", "0181": "Södertälje", "0182": "Nacka", "0183": "Sundbyberg", "0184": "Solna",
	"0186": "Lidingö", "0187": "Vaxholm", "0188": "Norrtälje", "0191": "Sigtuna", "0192": "Nynäshamn",
}
