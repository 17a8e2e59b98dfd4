package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Meeting is a meeting of a group (Popolo Event; möte). Where the path ends
// in a group's folder and a date, the file need not repeat them.
type Meeting struct {
	Title   Val[Text]        `k:"title" sv:"titel" en:"title"`
	Group   Val[Ref]         `k:"group" ref:"group" sv:"grupp" en:"group"`
	Date    Val[edtf.Date]   `k:"date" sv:"datum" en:"date"`
	Time    Val[Clock]       `k:"time" sv:"klockslag, TT:MM" en:"time of day, HH:MM"`
	Place   Val[Text]        `k:"place" sv:"plats" en:"place"`
	Status  Val[Word]        `k:"status" enum:"meeting-status" must:"1" sv:"läge" en:"status"`
	Chair   Val[Ref]         `k:"chair" ref:"representative organization group" sv:"ordförande" en:"chair"`
	Acting  Val[Ref]         `k:"acting" ref:"representative organization group" sv:"tillförordnad ordförande" en:"acting chair"`
	Present List[Ref]        `k:"present" ref:"representative organization group" one:"närvarande|present" sv:"närvarande" en:"present"`
	Absent  List[Ref]        `k:"absent" ref:"representative organization group" one:"frånvarande|absent" sv:"frånvarande" en:"absent"`
	Agenda  List[AgendaItem] `k:"agenda" ordered:"1" one:"ärende|agenda item" sv:"dagordning" en:"agenda"`
	Minutes Val[Minutes]     `k:"minutes" sv:"protokoll" en:"minutes"`
	Common  `k:"+"`
}

// AgendaItem is one item of a meeting's agenda.
type AgendaItem struct {
	ID        Val[Slug] `k:"id" must:"1" sv:"id" en:"id"`
	Title     Val[Text] `k:"title" sv:"rubrik" en:"title"`
	Type      Val[Word] `k:"type" enum:"agenda-type" sv:"slags ärende" en:"type of item"`
	About     List[Ref] `k:"about" ref:"any" one:"gäller|about" sv:"vad det gäller" en:"what it is about"`
	BroughtBy Val[Ref]  `k:"brought_by" ref:"representative organization group" sv:"väckt av" en:"brought by"`
	Evidence  `k:"+"`
}

// Minutes is the state of a meeting's minutes.
type Minutes struct {
	Approved   Val[edtf.Date] `k:"approved" sv:"justerat" en:"approved"`
	ApprovedBy Val[Text]      `k:"approved_by" sv:"justerat av" en:"approved by"`
	URL        Val[URL]       `k:"url" sv:"webbadress" en:"address on the web"`
	Evidence   `k:"+"`
}
