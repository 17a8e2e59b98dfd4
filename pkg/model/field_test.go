package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryFieldIsDescribed(t *testing.T) {
	var check func(m *Map, at string, seen map[*Map]bool)
	check = func(m *Map, at string, seen map[*Map]bool) {
		if m == nil || seen[m] {
			return
		}
		seen[m] = true
		keys := map[string]bool{}
		for i := range m.Fields {
			f := &m.Fields[i]
			path := at + "." + f.Key
			assert.NotEmpty(t, f.Sv, path)
			assert.NotEmpty(t, f.En, path)
			assert.False(t, keys[f.Key], "%s stands twice", path)
			keys[f.Key] = true
			if f.Shape != One {
				assert.NotEmpty(t, f.One.Sv, "%s: the tag one says what an entry is called: sv|en", path)
				assert.NotEmpty(t, f.One.En, "%s: the tag one says what an entry is called: sv|en", path)
			}
			switch f.Class {
			case ClassRef, ClassSignatory:
				assert.NotEmpty(t, f.Refs, "%s is a reference without kinds", path)
			case ClassTerm:
				_, ok := fieldTable[VocabularyKind].Field(f.Term)
				assert.True(t, ok, "%s is of the list %q, which the vocabulary lacks", path, f.Term)
			case ClassWord:
				assert.NotEmpty(t, Enumeration(f.Enum), "%s is of the enumeration %q, which does not exist", path, f.Enum)
			}
			if f.KeyTerm != "" {
				_, ok := fieldTable[VocabularyKind].Field(f.KeyTerm)
				assert.True(t, ok, path)
			}
			if f.KeyEnum != "" {
				assert.NotEmpty(t, Enumeration(f.KeyEnum), path)
			}
			check(f.Map, path, seen)
		}
		check(func() *Map {
			if m.Root != nil {
				return m.Root.Map
			}
			return nil
		}(), at, seen)
	}
	for k := range fieldTable {
		check(fieldTable[k], Kind(k).String(), map[*Map]bool{})
	}
}

func TestEveryEnumerationIsUsedAndTranslated(t *testing.T) {
	used := map[string]bool{}
	var walk func(m *Map, seen map[*Map]bool)
	walk = func(m *Map, seen map[*Map]bool) {
		if m == nil || seen[m] {
			return
		}
		seen[m] = true
		for i := range m.Fields {
			used[m.Fields[i].Enum], used[m.Fields[i].KeyEnum] = true, true
			walk(m.Fields[i].Map, seen)
		}
	}
	for k := range fieldTable {
		walk(fieldTable[k], map[*Map]bool{})
	}
	for name, choices := range enumerations {
		assert.True(t, used[name], "the enumeration %s is used by no field", name)
		for _, c := range choices {
			assert.NotEmpty(t, c.Sv, "%s %s", name, c.ID)
			assert.NotEmpty(t, c.En, "%s %s", name, c.ID)
			_, taken := AnswerWord(string(c.ID))
			assert.False(t, taken, "%s: %s is an answer word and can never be read as a value", name, c.ID)
		}
	}
}

func TestPathRoundTrip(t *testing.T) {
	for _, s := range []string{"name", "memberships[2].group", "ended.date", `severity["a.b"].x`, "seats[0].represents[1]", `required["group.joint-forum"][3]`} {
		assert.Equal(t, s, ParsePath(s).String())
	}
	assert.Equal(t, "a.b[1].c", Path{}.At("a", "b").At(1, "c").String())
	assert.Empty(t, ParsePath("["))
	assert.Empty(t, ParsePath("[x]"))
}

func TestIdentitySurvivesReordering(t *testing.T) {
	seat := func(id string) Val[Seat] { return Some(Seat{ID: Some(Slug(id))}) }
	a := &Group{Seats: List[Seat]{Is: Given, Items: []Val[Seat]{seat("one"), seat("two")}}}
	b := &Group{Seats: List[Seat]{Is: Given, Items: []Val[Seat]{seat("two"), seat("one")}}}
	m := Fields(GroupKind)
	assert.Equal(t, Identity(m, a, ParsePath("seats[1].side")), Identity(m, b, ParsePath("seats[0].side")))
	assert.NotEqual(t, Identity(m, a, ParsePath("seats[1].side")), Identity(m, b, ParsePath("seats[1].side")))
	assert.Equal(t, ".seats[two].side", Identity(m, a, ParsePath("seats[1].side")))
	assert.Equal(t, ".nosuch[4].x", Identity(m, a, ParsePath("nosuch[4].x")))
}

func TestWalkFindsReferences(t *testing.T) {
	r := &Representative{Memberships: List[Membership]{Is: Given, Items: []Val[Membership]{
		Some(Membership{Group: Some(Ref{Kind: GroupKind, ID: "vis"}), OnBehalfOf: Some(Ref{Kind: OrganizationKind, ID: "taby"})}),
		{Is: Unknown},
	}}}
	var got []string
	Walk(Fields(RepresentativeKind), r, ClassRef, func(v Visit) bool {
		got = append(got, v.Path.String()+"="+v.Value.(*Ref).String())
		return true
	})
	assert.Equal(t, []string{"memberships[0].group=group/vis", "memberships[0].on_behalf_of=organization/taby"}, got)
}

func TestWalkFindsLongForms(t *testing.T) {
	why := &Why{Reason: Some(Text{Sv: "Protokollet saknas."})}
	var m Membership
	m.From.Is, m.From.Why, m.Until.Is = Unknown, why, None
	r := &Representative{Memberships: List[Membership]{Is: Given, Items: []Val[Membership]{{Is: Unknown, Why: why}, Some(m)}}}
	r.Type.Is, r.Type.Why = Unknown, why
	r.Ended = Val[Ending]{Is: None, Why: why}
	var got []string
	Walk(Fields(RepresentativeKind), r, ClassWhy, func(v Visit) bool {
		assert.Same(t, why, v.Value)
		got = append(got, v.Path.String())
		return true
	})
	assert.ElementsMatch(t, []string{"type", "memberships[0]", "memberships[1].from", "ended"}, got)
}
