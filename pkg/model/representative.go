package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Representative is a person, or a post whose holder a source does not name
// (Popolo Person; representant). It holds names, roles, organizations and
// dates and nothing else.
type Representative struct {
	Named       `k:"+"`
	Type        Val[Word]         `k:"type" enum:"representative-type" must:"1" sv:"slags representant" en:"type of representative"`
	Manager     Val[bool]         `k:"manager" sv:"om personen är chef" en:"whether the person is a manager"`
	Titles      List[PersonTitle] `k:"titles" one:"titel|title" sv:"titlar" en:"titles"`
	Memberships List[Membership]  `k:"memberships" one:"uppdrag|membership" sv:"uppdrag, ett per obruten period" en:"memberships, one per unbroken period"`
	Common      `k:"+"`
}

// PersonTitle is a title in an organization during a time.
type PersonTitle struct {
	Title        Val[Text] `k:"title" must:"1" sv:"titel" en:"title"`
	Organization Val[Ref]  `k:"organization" ref:"organization" sv:"organisation" en:"organization"`
	Span         `k:"+"`
	Evidence     `k:"+"`
}

// Membership is one unbroken period in a group (Popolo Membership). With a
// seat it repeats nothing the seat says.
type Membership struct {
	Group       Val[Ref]  `k:"group" ref:"group" must:"1" sv:"grupp" en:"group"`
	Seat        Val[Slug] `k:"seat" sv:"platsens id" en:"id of the seat"`
	Role        Val[Word] `k:"role" enum:"seat-role" sv:"roll" en:"role"`
	OnBehalfOf  Val[Ref]  `k:"on_behalf_of" ref:"organization group subregion" sv:"företräder" en:"on behalf of"`
	Span        `k:"+"`
	AppointedBy Val[Ref]      `k:"appointed_by" ref:"organization group" sv:"utsedd av" en:"appointed by"`
	Decision    Val[Ref]      `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	ApprovedBy  Val[Approval] `k:"approved_by" sv:"godkänd av" en:"approved by"`
	Evidence    `k:"+"`
}

// Approval is a group's approval of a membership.
type Approval struct {
	Group    Val[Ref]       `k:"group" ref:"group" must:"1" short:"1" sv:"grupp" en:"group"`
	Date     Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Decision Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Evidence `k:"+"`
}
