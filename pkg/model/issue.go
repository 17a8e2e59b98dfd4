package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Issue is a development issue (utvecklingsfråga).
type Issue struct {
	Title          Val[Text]        `k:"title" must:"1" sv:"titel" en:"title"`
	Level          List[IssueLevel] `k:"level" one:"nivå|level" sv:"nivå, över tid" en:"level, over time"`
	Direction      List[Term]       `k:"direction" term:"directions" one:"riktning|direction" sv:"riktning" en:"direction"`
	Raised         Val[Raised]      `k:"raised" sv:"när och av vem den väcktes" en:"when and by whom it was raised"`
	Driver         Val[Ref]         `k:"driver" ref:"group" sv:"drivande grupp" en:"driving group"`
	Concerns       List[Ref]        `k:"concerns" ref:"group organization" one:"berör|concerns" sv:"berör" en:"concerns"`
	Coordinator    Val[Ref]         `k:"coordinator" ref:"group" sv:"samordnas av" en:"coordinated by"`
	Priority       Val[Ref]         `k:"priority" ref:"decision plan" sv:"prioritering som den vilar på" en:"the priority it rests on"`
	Agreements     List[Ref]        `k:"agreements" ref:"agreement" one:"överenskommelse|agreement" sv:"överenskommelser" en:"agreements"`
	KnowledgeAreas List[Term]       `k:"knowledge_areas" term:"knowledge_areas" one:"del av kunskapsstyrningen|area of knowledge governance" sv:"kunskapsstyrningens delar" en:"areas of knowledge governance"`
	State          Val[Word]        `k:"state" enum:"issue-state" sv:"läge" en:"state"`
	Outcome        Val[Text]        `k:"outcome" sv:"utfall" en:"outcome"`
	Common         `k:"+"`
}

// IssueLevel is the level an issue is handled on from a day.
type IssueLevel struct {
	Level    Val[Word]      `k:"level" enum:"level" must:"1" short:"1" sv:"nivå" en:"level"`
	From     Val[edtf.Date] `k:"from" sv:"från och med" en:"first day"`
	Evidence `k:"+"`
}

// Raised is where an issue comes from.
type Raised struct {
	Date     Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	By       Val[Ref]       `k:"by" ref:"organization group representative" sv:"av" en:"by"`
	Evidence `k:"+"`
}
