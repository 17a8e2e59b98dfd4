package review

import (
	"path"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var idChangedWithoutPreviously = Rule{
	Spec: &rule.Spec{
		ID: "id-changed-without-previously", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "En post som får ett nytt id anger sitt tidigare id.",
			En: "A record that gets a new id names its former one.",
		},
		Why: text.Both{
			Sv: "Id är filens plats, så en flyttad fil är en post med nytt id. Utan previously bryts hänvisningar i andra register, i protokoll och i godtagna fynd, och postens historia går inte att följa. En borttagen och en tillkommen post av samma slag räknas som samma post om de har samma namn eller titel eller om minst hälften av det de säger är lika.",
			En: "The id is the place of the file, so a file that was moved is a record with a new id. Without previously, references in other registries, in minutes and in accepted findings break, and the history of the record cannot be followed. A record that was removed and one of the same kind that was added count as one if they have the same name or title, or if at least half of what they say is the same.",
		},
		Remedy: text.Both{
			Sv: "Lägg till previously: [{was}] i posten, eller flytta tillbaka filen.",
			En: "Add previously: [{was}] to the record, or move the file back.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{name} hade id {was} och har nu {is}, men previously anger inte det",
			En: "{name} had the id {was} and now has {is}, but previously does not say so",
		}},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			switch c.How {
			case change.Moved:
				r.Holds()
			case change.Guessed:
				if followsGroup(d, c) {
					continue // what is said of the group will do
				}
				r.Violated(rule.Found(rule.At(c.Head.(model.Record)), text.Args{
					"name": phrase.Name(d.Head, c.Is), "was": c.Was.ID, "is": c.Is.ID,
				}))
			}
		}
	},
}

// followsGroup reports whether a meeting only has another id since its group
// has: the id of a meeting begins with that.
func followsGroup(d *change.Diff, c *change.Record) bool {
	was, ok := c.Base.(*model.Meeting)
	is, ok2 := c.Head.(*model.Meeting)
	return ok && ok2 && was.Group.V != is.Group.V && d.Now(was.Group.V) == is.Group.V && path.Base(c.Was.ID) == path.Base(c.Is.ID)
}
