package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Plan is an annual plan, an action plan, priorities or goals (plan). When a
// plan that replaces another takes effect, the other's end is derived.
type Plan struct {
	Title      Val[Text]      `k:"title" must:"1" sv:"titel" en:"title"`
	Type       Val[Word]      `k:"type" enum:"plan-type" must:"1" sv:"slags plan" en:"type of plan"`
	Owner      Val[Ref]       `k:"owner" ref:"organization group" sv:"ägare" en:"owner"`
	Period     Val[Interval]  `k:"period" sv:"period; ett år är kort för hela året" en:"period; a year is short for the whole year"`
	Decision   Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Implements List[Ref]      `k:"implements" ref:"plan" one:"genomför|implements" sv:"planer den genomför" en:"plans it implements"`
	With       List[Ref]      `k:"with" ref:"organization group" one:"framtagen tillsammans med|made together with" sv:"framtagen tillsammans med" en:"made together with"`
	Goals      List[Text]     `k:"goals" one:"mål|goal" sv:"mål" en:"goals"`
	Activities List[Activity] `k:"activities" one:"aktivitet|activity" sv:"aktiviteter" en:"activities"`
	Common     `k:"+"`
}

// Activity is something a plan says is to be done.
type Activity struct {
	ID          Val[Slug]      `k:"id" must:"1" sv:"id" en:"id"`
	Title       Val[Text]      `k:"title" sv:"vad som ska göras" en:"what is to be done"`
	Due         Val[edtf.Date] `k:"due" sv:"ska vara klart" en:"due"`
	State       Val[Word]      `k:"state" enum:"progress" sv:"läge" en:"state"`
	Responsible Val[Ref]       `k:"responsible" ref:"organization group" sv:"ansvarig" en:"who is responsible"`
	Duty        Val[Term]      `k:"duty" term:"duties" sv:"sekretariatets ansvar som det fullgör" en:"the duty of the process office that it fulfils"`
	About       List[Ref]      `k:"about" ref:"any" one:"gäller|about" sv:"vad det gäller" en:"what it is about"`
	Done        Val[edtf.Date] `k:"done" sv:"klart" en:"done"`
	Evidence    `k:"+"`
}
