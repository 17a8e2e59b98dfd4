package model

// Organization is a party, a unit, a board or council, a network or a
// collective (W3C ORG org:Organization; organisation).
type Organization struct {
	Named     `k:"+"`
	Type      Val[Word]    `k:"type" enum:"organization-type" must:"1" sv:"slags organisation" en:"type of organization"`
	BodyType  Val[Word]    `k:"body_type" enum:"body-type" sv:"slags beslutande organ" en:"type of body"`
	Ownership Val[Word]    `k:"ownership" enum:"ownership" sv:"offentlig eller privat" en:"public or private"`
	Side      Val[Word]    `k:"side" enum:"side" sv:"sida i samverkan" en:"side in the cooperation"`
	Code      Val[Code]    `k:"code" sv:"kommunkod enligt SCB, fyra siffror inom citattecken" en:"municipality code of Statistics Sweden, four digits in quotes"`
	Subregion Val[Term]    `k:"subregion" term:"subregions" sv:"delregion" en:"subregion"`
	PartOf    Val[Ref]     `k:"part_of" ref:"organization" sv:"organisationen som enheten hör till" en:"the organization that the unit belongs to"`
	Members   List[Member] `k:"members" one:"medlem|member" sv:"medlemmar" en:"members"`
	Of        Val[Filter]  `k:"of" sv:"vad som ingår, som villkor" en:"what it holds, as a condition"`
	Unnamed   Val[bool]    `k:"unnamed" sv:"källan ger inget namn; namnet är en beskrivning" en:"the source gives no name; the name is a description"`
	Common    `k:"+"`
}

// Member is one organization of a collective or an association.
type Member struct {
	Organization Val[Ref] `k:"organization" ref:"organization" must:"1" sv:"medlem" en:"member"`
	Span         `k:"+"`
	Evidence     `k:"+"`
}

// Filter says which organizations a collective holds: all that fit.
type Filter struct {
	Type      Val[Word] `k:"type" enum:"organization-type" must:"1" sv:"slags organisation" en:"type of organization"`
	County    Val[Code] `k:"county" sv:"länskod" en:"county code"`
	Subregion Val[Term] `k:"subregion" term:"subregions" sv:"delregion" en:"subregion"`
}
