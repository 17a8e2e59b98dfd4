// Package model holds the record types of a registry and the one table of
// their fields. It knows no files, no YAML and no output.
//
// The field table is the struct types themselves: the tag of a field gives
// its key, what it may hold and a description in both languages, and Fields
// reads them. The strict decoder, "did you mean", the index of references,
// completeness and the schemas all read that one table.
package model

import (
	"fmt"
	"reflect"
)

// Kind is a kind of record. Its order is the order in which kinds are listed.
type Kind uint8

const (
	NoKind Kind = iota
	Manifest
	VocabularyKind
	AcknowledgedKind
	SourceKind
	OrganizationKind
	GuidelineKind
	AgreementKind
	GroupKind
	RepresentativeKind
	MeetingKind
	DecisionKind
	IssueKind
	PlanKind
	FollowupKind
	// Subregion is not a kind of record: it marks a reference to a subregion of
	// the vocabulary.
	Subregion
	// KindCount is how many kinds there are, for tables by kind.
	KindCount
)

// KindInfo is what is said of a kind outside its fields.
type KindInfo struct {
	Name   string // singular, in references: agreement
	Folder string // agreements; "" for the files at the top of a registry
	File   string // vis.yaml …; "" for kinds with a folder
	Sv, En Plural // what a person reads
	Type   reflect.Type
}

// Plural is a noun in singular and plural.
type Plural struct{ One, Many string }

var kinds = [KindCount]KindInfo{
	Manifest:           {"manifest", "", "vis.yaml", Plural{"manifest", "manifest"}, Plural{"manifest", "manifests"}, reflect.TypeFor[ManifestFile]()},
	VocabularyKind:     {"vocabulary", "", "vocabulary.yaml", Plural{"vokabulär", "vokabulärer"}, Plural{"vocabulary", "vocabularies"}, reflect.TypeFor[Vocabulary]()},
	AcknowledgedKind:   {"acknowledged", "", "acknowledged.yaml", Plural{"godtagna fynd", "godtagna fynd"}, Plural{"acknowledged findings", "acknowledged findings"}, reflect.TypeFor[Acknowledged]()},
	SourceKind:         {"source", "sources", "", Plural{"källa", "källor"}, Plural{"source", "sources"}, reflect.TypeFor[Source]()},
	OrganizationKind:   {"organization", "organizations", "", Plural{"organisation", "organisationer"}, Plural{"organization", "organizations"}, reflect.TypeFor[Organization]()},
	GuidelineKind:      {"guideline", "guidelines", "", Plural{"riktlinje", "riktlinjer"}, Plural{"guideline", "guidelines"}, reflect.TypeFor[Guideline]()},
	AgreementKind:      {"agreement", "agreements", "", Plural{"överenskommelse", "överenskommelser"}, Plural{"agreement", "agreements"}, reflect.TypeFor[Agreement]()},
	GroupKind:          {"group", "groups", "", Plural{"grupp", "grupper"}, Plural{"group", "groups"}, reflect.TypeFor[Group]()},
	RepresentativeKind: {"representative", "representatives", "", Plural{"representant", "representanter"}, Plural{"representative", "representatives"}, reflect.TypeFor[Representative]()},
	MeetingKind:        {"meeting", "meetings", "", Plural{"möte", "möten"}, Plural{"meeting", "meetings"}, reflect.TypeFor[Meeting]()},
	DecisionKind:       {"decision", "decisions", "", Plural{"beslut", "beslut"}, Plural{"decision", "decisions"}, reflect.TypeFor[Decision]()},
	IssueKind:          {"issue", "issues", "", Plural{"utvecklingsfråga", "utvecklingsfrågor"}, Plural{"issue", "issues"}, reflect.TypeFor[Issue]()},
	PlanKind:           {"plan", "plans", "", Plural{"plan", "planer"}, Plural{"plan", "plans"}, reflect.TypeFor[Plan]()},
	FollowupKind:       {"followup", "followups", "", Plural{"uppföljning", "uppföljningar"}, Plural{"follow-up", "follow-ups"}, reflect.TypeFor[Followup]()},
	Subregion:          {"subregion", "", "", Plural{"delregion", "delregioner"}, Plural{"subregion", "subregions"}, nil},
}

// Info returns what is said of the kind.
func (k Kind) Info() KindInfo { return kinds[k] }

// String returns the singular name used in references.
func (k Kind) String() string { return kinds[k].Name }

// MarshalText writes the singular name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// RecordKinds are the kinds that have a folder, in listing order.
func RecordKinds() []Kind {
	var out []Kind
	for k := Manifest; k < KindCount; k++ {
		if kinds[k].Folder != "" {
			out = append(out, k)
		}
	}
	return out
}

// FileKinds are the kinds with one file at the top of a registry.
func FileKinds() []Kind { return []Kind{Manifest, VocabularyKind, AcknowledgedKind} }

// KindOf finds a kind by its singular name, as references write it.
func KindOf(name string) (Kind, bool) {
	for k := Manifest; k < KindCount; k++ {
		if kinds[k].Name == name {
			return k, true
		}
	}
	return NoKind, false
}

// KindNamed finds a kind with a folder by any word a person may type:
// singular or plural, English or Swedish.
func KindNamed(word string) (Kind, bool) {
	for _, k := range RecordKinds() {
		i := kinds[k]
		for _, w := range []string{i.Name, i.Folder, i.Sv.One, i.Sv.Many, i.En.One, i.En.Many} {
			if w == word {
				return k, true
			}
		}
	}
	return NoKind, false
}

// New returns an empty record of the kind, as a pointer to its struct type.
// It panics on a kind without a type, which is a programming error.
func New(k Kind) any {
	t := kinds[k].Type
	if t == nil {
		panic(fmt.Sprintf("model: kind %d has no type", k))
	}
	return reflect.New(t).Interface()
}
