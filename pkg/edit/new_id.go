package edit

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// longestID is how long an id made of a title becomes, in characters.
const longestID = 60

// Slug makes an id of a name or a title, cut between two words where it is long.
// It is "" where the name has a letter that none of a–z stands for.
func Slug(name string) string {
	id := slug(name)
	if len(id) <= longestID {
		return id
	}
	if id = id[:longestID+1]; strings.Contains(id, "-") {
		return id[:strings.LastIndexByte(id, '-')]
	}
	return id[:longestID]
}

// WrongName is why a text is no name of a record of a kind, and empty where it may
// be one. A name of a person is tried as in lists.
func WrongName(k model.Kind, name string) (why text.Both) {
	if k == model.RepresentativeKind {
		return notAPerson(name)
	}
	return why
}

// ID makes an id of what the draft says: of the group and the date of a meeting,
// the agreement and the period of a follow-up, and the name or title of any
// other. It is "" where that is not there.
func (d *Draft) ID() string {
	switch d.Kind {
	case model.MeetingKind:
		group, date := d.Word("group"), d.Word("date")
		if isAnswer(group) || isAnswer(date) || group == "" || Slug(date) == "" {
			return ""
		}
		return group + "/" + Slug(date)
	case model.FollowupKind:
		agreement := d.Word("agreement")
		if agreement == "" || isAnswer(agreement) {
			return ""
		}
		for _, period := range []string{d.Word("period"), d.Word("period.until"), d.Word("reported")} {
			if len(period) >= 4 && !isAnswer(period) && Slug(period) != "" {
				return agreement + "-" + Slug(period)
			}
		}
		return agreement
	}
	for _, name := range []string{d.Word("short_title"), d.Word("title"), d.Word("name"), d.firstName()} {
		if id := Slug(name); id != "" && !isAnswer(name) {
			return id
		}
	}
	return ""
}

// firstName is the newest of the names over time.
func (d *Draft) firstName() string {
	names := d.at("names")
	if names == nil || len(names.list) == 0 {
		return ""
	}
	last := names.list[len(names.list)-1]
	if name := last.under["name"]; name != nil {
		return name.word
	}
	return last.word
}

// Path is the file of the draft with an id, from the top of the registry. What
// the path of a meeting tells, its group and its date, is taken out of it.
func (d *Draft) Path(id string) string {
	if i := strings.LastIndexByte(id, '/'); d.Kind == model.MeetingKind && i > 0 {
		if _, err := edtf.Parse(id[i+1:]); err == nil {
			if d.Word("group") == id[:i] {
				d.Drop("group")
			}
			if d.Word("date") == id[i+1:] {
				d.Drop("date")
			}
		}
	}
	return d.Kind.Info().Folder + "/" + id + ".yaml"
}
