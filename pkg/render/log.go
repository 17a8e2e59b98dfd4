package render

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// History is what became of a record, ready to be written: the newest first.
type History struct {
	Name    string // what the record is called
	Ref     model.Ref
	File    string // relative to the registry
	Path    string // of the file, as the reader names it
	AsOf    string // the day up to which it is told of events
	Rev     string // the revision that was asked for; "" for the working tree
	Commit  string // the full hash that it stands for
	InGit   bool   // whether any commit has the file
	Told    bool   // whether a day or a revision was asked for
	Entries []HistoryEntry
}

// HistoryEntry is a commit, or an event that the record or a decision tells of.
type HistoryEntry struct {
	Commit *HistoryCommit
	Event  *HistoryEvent
}

// HistoryCommit is a commit that changed the file.
type HistoryCommit struct {
	Hash    string // "" for what is not committed
	Date    string // ISO 8601, "" if the commit tells none
	Author  string
	Subject string
	// Diff is what it changed in the record; nil where one of the two versions
	// cannot be read.
	Diff *change.Diff
	// Shallow says that older history is not in this clone.
	Shallow bool
}

// HistoryEvent is what a record says happened, whenever that was written down.
type HistoryEvent struct {
	Kind   EventKind
	Date   string // as it is written; "" if it is not known
	Shown  text.Both
	Record model.Ref  // which tells of it
	At     model.Path // in that record
	What   text.Both
}

// EventKind is what sort of event it is.
type EventKind uint8

const (
	RevisionEvent EventKind = iota // a formal revision of an agreement
	DecisionEvent                  // a decision on the record
	HistoryStatus                  // a status that a group reached
)

var eventNames = [...]string{"revision", "decision", "status"}

var eventWords = [...]text.Both{
	{Sv: "formell version", En: "formal revision"},
	{Sv: "beslut", En: "decision"},
	{Sv: "läge", En: "status"},
}

// The words of a history.
var (
	logThen     = text.Both{Sv: "Så som registret såg ut i {rev}; händelser till och med {day}.", En: "As the registry was in {rev}; events up to and including {day}."}
	logUpTo     = text.Both{Sv: "Händelser till och med {day}.", En: "Events up to and including {day}."}
	logEvents   = text.Both{Sv: "Enligt registret", En: "According to the registry"}
	logUnsaved  = text.Both{Sv: "inte incheckat", En: "not committed"}
	logNothing  = text.Both{Sv: "ingen ändring i sak", En: "no change of substance"}
	logUnread   = text.Both{Sv: "går inte att jämföra: en av versionerna är inte läsbar som post", En: "cannot be compared: one of the versions cannot be read as a record"}
	logShallow  = text.Both{Sv: "Äldre historik finns inte i det här git-arkivet. Hämta den med ”git fetch --unshallow”.", En: "Older history is not in this clone. Fetch it with “git fetch --unshallow”."}
	logNoDay    = text.Both{Sv: "okänd dag", En: "unknown day"}
	logNoEvents = text.Both{Sv: "Filen har ingen historik i git.", En: "The file has no history in git."}
)

// LogDoc writes a history in one language: a section for each commit, and one
// for the events between two of them.
func LogDoc(h *History, l text.Lang) Doc {
	d := Doc{Title: h.Name}
	about := h.Path
	if !h.Ref.IsZero() {
		about = h.Ref.String() + " · " + about
	}
	d.Lead = append(d.Lead, Words(Bullet, about))
	switch {
	case h.Rev != "":
		d.Lead = append(d.Lead, Words(Bullet, logThen.Say(l, text.Args{"rev": h.Rev, "day": h.AsOf})))
	case h.Told:
		d.Lead = append(d.Lead, Words(Bullet, logUpTo.Say(l, text.Args{"day": h.AsOf})))
	}
	for i := 0; i < len(h.Entries); i++ {
		if c := h.Entries[i].Commit; c != nil {
			d.Sections = append(d.Sections, commitSection(c, l))
			continue
		}
		s := Section{Heading: logEvents.In(l)}
		for ; i < len(h.Entries) && h.Entries[i].Event != nil; i++ {
			s.Items = append(s.Items, eventItem(h.Entries[i].Event, l))
		}
		i--
		d.Sections = append(d.Sections, s)
	}
	if !h.InGit {
		d.Lead = append(d.Lead, Words(Bullet, logNoEvents.In(l)))
	}
	return d
}

func commitSection(c *HistoryCommit, l text.Lang) Section {
	s := Section{Heading: commitHeading(c, l), Fold: true}
	switch {
	case c.Shallow:
		s.Items = append(s.Items, Words(Alert, logShallow.In(l)))
	case c.Diff == nil:
		s.Items = append(s.Items, Words(Alert, logUnread.In(l)))
	default:
		for _, g := range c.Diff.Tell(l) {
			for _, r := range g.Records {
				item := diffRecord(r, l)
				if r.How == change.Edited { // whose history it is has been told
					s.Items = append(s.Items, item.Items...)
					continue
				}
				s.Items = append(s.Items, item)
			}
		}
		if len(s.Items) == 0 {
			s.Items = append(s.Items, Words(Remark, logNothing.In(l)))
		}
	}
	return s
}

func commitHeading(c *HistoryCommit, l text.Lang) string {
	if c.Hash == "" {
		return logUnsaved.In(l)
	}
	day := c.Date
	if len(day) > 10 {
		day = day[:10]
	}
	if day == "" {
		day = logNoDay.In(l)
	}
	return day + " · " + c.Subject + " · " + c.Author + " · " + c.Hash[:10]
}

func eventItem(e *HistoryEvent, l text.Lang) Item {
	day := e.Shown.In(l)
	if day == "" {
		day = logNoDay.In(l)
	}
	return Item{Sign: Remark, Spans: []Span{{Strong, day}, plain(" "), {Faint, eventWords[e.Kind].In(l) + ": "}, plain(e.What.In(l))}}
}
