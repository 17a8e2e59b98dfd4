package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Citation says where a fact comes from. An entry without its own inherits
// the record's.
type Citation struct {
	Source  Val[Ref]     `k:"source" ref:"source" must:"1" sv:"källdokumentet" en:"the source document"`
	Section Val[string]  `k:"section" sv:"avsnitt i källan; krävs för rapporter, lagar och protokoll" en:"section of the source; required for reports, laws and protocols"`
	Line    Val[int]     `k:"line" sv:"radnummer i den arkiverade texten, från 1" en:"line number in the archived text, from 1"`
	Basis   Val[Word]    `k:"basis" enum:"basis" sv:"grund: om källan säger det eller om det är tolkat" en:"basis: whether the source says it or it is inferred"`
	For     List[string] `k:"for" one:"uppgift|attribute" sv:"de uppgifter som källan gäller; annars alla" en:"the attributes that the citation is for; otherwise all"`
	Says    Val[Text]    `k:"says" sv:"källans ordalydelse" en:"the wording of the source"`
}

// Evidence is what every record, map and list entry may carry.
type Evidence struct {
	Sources List[Citation] `k:"sources" one:"källa|source" sv:"källor" en:"sources"`
	Note    Val[Text]      `k:"note" sv:"anmärkning" en:"note"`
}

// Span is the time during which something holds, both days inclusive.
type Span struct {
	From  Val[edtf.Date] `k:"from" sv:"från och med" en:"first day"`
	Until Val[edtf.Date] `k:"until" sv:"till och med" en:"last day"`
}

// Name is one name of a record during a time. The first of a record's names
// needs no decision.
type Name struct {
	Name      Val[Text] `k:"name" must:"1" sv:"namn" en:"name"`
	ShortName Val[Text] `k:"short_name" sv:"kortnamn" en:"short name"`
	Span      `k:"+"`
	Decision  Val[Ref] `k:"decision" ref:"decision" sv:"beslutet om namnet" en:"the decision on the name"`
	Evidence  `k:"+"`
}

// Named is carried by the kinds that have a name.
type Named struct {
	Name      Val[Text]  `k:"name" sv:"namn" en:"name"`
	ShortName Val[Text]  `k:"short_name" sv:"kortnamn" en:"short name"`
	Names     List[Name] `k:"names" ordered:"1" one:"namn|name" sv:"namn över tid, äldst först" en:"names over time, oldest first"`
}

// Ending tells that a record ended. A named successor is written on the
// successor, as `replaces`.
type Ending struct {
	Date      Val[edtf.Date] `k:"date" sv:"sista dagen" en:"the last day"`
	Reason    Val[Text]      `k:"reason" sv:"skäl" en:"reason"`
	Decision  Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet om upphörande" en:"the decision to end it"`
	Successor Val[Said]      `k:"successor" sv:"none om ingen efterträdare finns, unknown om det inte är känt" en:"none if there is no successor, unknown if it is not known"`
	Evidence  `k:"+"`
}

// Head tells which record this is. It is not written in the file: the path is
// the identity.
type Head struct {
	Ref  Ref
	File string // slash path relative to the registry
}

// Common are the fields of every kind.
type Common struct {
	Head       `k:"-"`
	Aliases    List[string] `k:"aliases" one:"stavning eller namn som källor använder|spelling or name that sources use" sv:"stavningar och namn som källor använder" en:"spellings and names that sources use"`
	Previously List[string] `k:"previously" one:"tidigare id|former id" sv:"tidigare id" en:"former ids"`
	Replaces   List[Ref]    `k:"replaces" ref:"own" one:"ersätter|replaces" sv:"det som denna post ersätter" en:"what this record replaces"`
	Ended      Val[Ending]  `k:"ended" sv:"att posten har upphört" en:"that the record has ended"`
	Evidence   `k:"+"`
}

// Base returns the fields of every kind.
func (c *Common) Base() *Common { return c }

// Record is any record that has a place in a folder.
type Record interface{ Base() *Common }
