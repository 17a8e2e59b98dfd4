package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Decision is a proposal or a decision (Popolo Motion; beslut).
type Decision struct {
	Title      Val[Text]      `k:"title" must:"1" sv:"titel" en:"title"`
	State      Val[Word]      `k:"state" enum:"decision-state" must:"1" sv:"läge" en:"state"`
	Outcome    Val[Text]      `k:"outcome" sv:"utfall; unknown om förslagets öde inte är känt" en:"outcome; unknown where the fate of a proposal is not known"`
	Matter     Val[Word]      `k:"matter" enum:"matter" sv:"ärendeslag" en:"matter"`
	ProposedBy Val[Ref]       `k:"proposed_by" ref:"organization group" sv:"föreslaget av" en:"proposed by"`
	Body       Val[Ref]       `k:"body" ref:"organization group" sv:"beslutsorgan" en:"deciding body"`
	Date       Val[edtf.Date] `k:"date" sv:"beslutsdag" en:"day of the decision"`
	Meeting    Val[Ref]       `k:"meeting" ref:"meeting" sv:"möte, med ärendet efter #" en:"meeting, with the item after #"`
	Reference  Val[string]    `k:"reference" sv:"diarienummer" en:"case number"`
	Concerns   List[Ref]      `k:"concerns" ref:"any" one:"gäller|concerns" sv:"vad det gäller" en:"what it concerns"`
	Requires   List[Ref]      `k:"requires" ref:"decision" one:"beslut som måste fattas först|decision that must come first" sv:"beslut som måste fattas först" en:"decisions that must come first"`
	Chain      List[Stage]    `k:"chain" ordered:"1" one:"steg i ärendets gång|step of the matter" sv:"ärendets gång" en:"the course of the matter"`
	Deadline   Val[Deadline]  `k:"deadline" sv:"när det ska vara fattat" en:"when it is due"`
	Common     `k:"+"`
}

// Stage is one step of a matter before it is decided.
type Stage struct {
	Step     Val[Text]      `k:"step" sv:"steg" en:"step"`
	Body     Val[Ref]       `k:"body" ref:"organization group" sv:"organ" en:"body"`
	Date     Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Evidence `k:"+"`
}

// Deadline is a date, or the first meeting of a group within a time. A bare
// date is short.
type Deadline struct {
	Date           Val[edtf.Date] `k:"date" short:"1" sv:"datum" en:"date"`
	FirstMeetingOf Val[Ref]       `k:"first_meeting_of" ref:"group" sv:"första mötet med gruppen" en:"the first meeting of the group"`
	In             Val[edtf.Date] `k:"in" sv:"under tiden" en:"within"`
	Decision       Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet om tidsgränsen" en:"the decision on the deadline"`
	Evidence       `k:"+"`
}
