package phrase

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// metrics are the metrics as a person reads them.
var metrics = map[string]text.Both{
	"roles":                      {Sv: "roller i grupperna", En: "roles in the groups"},
	"roles-by-side":              {Sv: "roller per sida", En: "roles by side"},
	"roles-elected":              {Sv: "roller för förtroendevalda", En: "roles of elected representatives"},
	"municipalities":             {Sv: "kommuner", En: "municipalities"},
	"municipalities-represented": {Sv: "kommuner med plats i någon grupp", En: "municipalities with a seat in some group"},
	"people-in-several-groups":   {Sv: "personer i flera grupper", En: "people in several groups"},
	"groups-in-scope":            {Sv: "grupper", En: "groups"},
	"agreements-in-force":        {Sv: "gällande överenskommelser", En: "agreements in force"},
	"agreements-listed":          {Sv: "överenskommelser i förteckningen", En: "agreements listed"},
	"agreements-by-group":        {Sv: "överenskommelser med ansvarig grupp", En: "agreements with a responsible group"},
	"local-groups":               {Sv: "lokala grupper", En: "local groups"},
	"vacancies":                  {Sv: "vakanta platser", En: "vacant seats"},
	"adoptions":                  {Sv: "antaganden", En: "adoptions"},
	"balance":                    {Sv: "regionens andel av rollerna", En: "share of the roles that the region has"},
	"meetings-held":              {Sv: "hållna möten", En: "meetings held"},
}

// Metric is what a metric is called, in both languages; its own name where it
// is not known.
func Metric(name string) text.Both {
	if words, ok := metrics[name]; ok {
		return words
	}
	return text.Both{Sv: name, En: name}
}

// MeasureOf writes the value of a metric by its name: a share as a percentage.
func MeasureOf(name string, m registry.Measure) text.Both {
	if !registry.IsShare(name) {
		return Measure(m)
	}
	in := func(l text.Lang) string {
		if m.Min == m.Max {
			return text.Share(m.Min).Localized(l)
		}
		return text.Share(m.Min).Localized(l) + "–" + text.Share(m.Max).Localized(l)
	}
	return text.Both{Sv: in(text.Swedish), En: in(text.English)}
}

// Measure writes the value of a metric, or the bounds it lies within.
func Measure(m registry.Measure) text.Both {
	write := func(f float64, l text.Lang) string { return text.Decimal(f, l) }
	in := func(l text.Lang, atLeast string) string {
		switch {
		case math.IsInf(m.Max, 1):
			return atLeast + " " + write(m.Min, l)
		case m.Min == m.Max:
			return write(m.Min, l)
		}
		return write(m.Min, l) + "–" + write(m.Max, l)
	}
	return text.Both{Sv: in(text.Swedish, "minst"), En: in(text.English, "at least")}
}
