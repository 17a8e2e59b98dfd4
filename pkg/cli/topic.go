package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// topic is a page of help that is not about a command.
type topic struct {
	name text.Both // what is typed; both are understood in either language
	page func(*app) page
}

// page is a text, and lines that stand below it as they are.
type page struct {
	doc     render.Doc
	after   []string // paragraphs below it
	heading string
	lines   string
}

// topics are the pages about what is written and how vis is run. Besides them
// there is one for each kind of record and for each rule.
var topics = []struct {
	heading text.Both
	pages   []topic
}{
	{text.Both{Sv: "Skriva", En: "Writing"}, []topic{
		{text.Both{Sv: "svar", En: "answers"}, (*app).answersPage},
		{text.Both{Sv: "datum", En: "dates"}, (*app).datesPage},
		{text.Both{Sv: "källor", En: "sources"}, (*app).sourcesPage},
		{text.Both{Sv: "lägen", En: "status"}, (*app).statusPage},
	}},
	{text.Both{Sv: "Köra", En: "Running"}, []topic{
		{text.Both{Sv: "miljö", En: "environment"}, (*app).environmentPage},
		{text.Both{Sv: "slutkoder", En: "exit-codes"}, (*app).exitCodesPage},
	}},
}

// topicNames are the names of the pages in the language of the run, without
// those of the rules.
func (a *app) topicNames() []string {
	var names []string
	for _, group := range topics {
		for _, t := range group.pages {
			names = append(names, t.name.In(a.lang))
		}
	}
	return append(names, kindNames()...)
}

// helpTopics are the words that vis help takes, besides the commands.
func (a *app) helpTopics() []string { return append(a.topicNames(), everyRuleID()...) }

// listTopics writes the pages that there are, as a part of the program's help.
func (a *app) listTopics(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s:\n", a.pick("Ämnen (vis help ÄMNE)", "Topics (vis help TOPIC)"))
	line := func(heading string, words ...string) {
		for i, rest := range render.Wrap(strings.Join(words, ", "), 66) {
			if i > 0 {
				heading = ""
			}
			fmt.Fprintf(b, "  %-12s %s\n", heading, rest)
		}
	}
	for _, group := range topics {
		var names []string
		for _, t := range group.pages {
			names = append(names, t.name.In(a.lang))
		}
		line(group.heading.In(a.lang), names...)
	}
	line(a.pick("Slag", "Kinds"), kindNames()...)
	line(a.pick("Regler", "Rules"), a.pick("en sida för varje regel som ”vis rules” listar", "a page for each rule that “vis rules” lists"))
}

// topic writes the page that a person asks for; found is false where there is
// none.
func (a *app) topic(c *cobra.Command, words []string) (found bool, err error) {
	if _, err := a.format(c); err != nil {
		return true, err
	}
	word := strings.ToLower(strings.Join(words, " "))
	for _, group := range topics {
		for _, t := range group.pages {
			if word == t.name.Sv || word == t.name.En {
				return true, a.printPage(t.page(a))
			}
		}
	}
	if kind, err := a.fileKindNamed(word); err == nil {
		p, err := a.kindPage(kind)
		if err != nil {
			return true, err
		}
		return true, a.printPage(p)
	}
	if r, err := a.rule(word); err == nil {
		return true, a.explain(c, r.ID)
	}
	return false, nil
}

func (a *app) printPage(p page) error {
	var b strings.Builder
	if err := (render.DocText{Style: a.style(), Width: a.explainWidth()}).Write(&b, p.doc); err != nil {
		return err
	}
	if len(p.after) > 0 {
		b.WriteByte('\n')
		for _, s := range p.after {
			for _, line := range render.Wrap(s, a.explainWidth()) {
				fmt.Fprintln(&b, line)
			}
		}
	}
	if p.lines != "" {
		fmt.Fprintf(&b, "\n%s\n", a.style().Strong(p.heading))
		for line := range strings.Lines(p.lines) {
			fmt.Fprint(&b, "  "+line)
		}
	}
	_, err := a.out().Write([]byte(b.String()))
	return err
}

var noHelp = text.Both{Sv: "det finns ingen hjälp om ”{value}”{hint}", En: "there is no help about “{value}”{hint}"}

// noSuchTopic suggests the page that was meant.
func (a *app) noSuchTopic(root *cobra.Command, word string) error {
	hint := a.pick("; ”vis help” visar vad det finns hjälp om", "; “vis help” shows what there is help about")
	if near := text.Nearest(word, slices.Concat(commandNames(root), a.helpTopics())); near != "" {
		hint = a.pick("; menades ”"+near+"”?", "; did you mean “"+near+"”?")
	}
	return &usageError{noHelp.Say(a.lang, text.Args{"value": word, "hint": hint})}
}

// paragraph is a list entry without a mark.
func paragraph(s string) render.Item { return render.Words(render.Heading, s) }

// wordsOf lists the words of an enumeration with what they mean.
func (a *app) wordsOf(choices []model.Choice) string {
	var out []string
	for _, c := range choices {
		word := string(c.ID)
		if says := a.pick(c.Sv, c.En); says != word {
			word += " (" + says + ")"
		}
		out = append(out, word)
	}
	return strings.Join(out, ", ")
}
