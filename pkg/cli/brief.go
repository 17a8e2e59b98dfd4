package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// briefed are the kinds that a brief can be about.
var briefed = []model.Kind{model.MeetingKind, model.GroupKind, model.OrganizationKind, model.RepresentativeKind}

func (a *app) briefCommand() *cobra.Command {
	since := ""
	cmd := &cobra.Command{
		Use:   a.pick("brief POST", "brief RECORD"),
		Short: a.pick("Skriver underlag om ett möte, en grupp, en organisation eller en person", "Writes a briefing on a meeting, a group, an organization or a person"),
		Long: a.pick(`Skriver ett underlag ur registret. Vad som står i det beror på POST:

  möte          dagordning, vad som ska vara klart, vakanta platser, överenskommelser att
                följa upp och beslut som väntar på gruppen
  grupp         vad den är till för, överenskommelser, utvecklingsfrågor, plan, ledamöter,
                och vad som har hänt på senare tid
  organisation  vem som för dess talan och var den saknar egen plats, överenskommelser som
                binder den, vad den har kvar att anta, och vad som har beslutats
  person        en introduktion: uppdraget och för vem, vad gruppen är till för och hur den
                arbetar, överenskommelser, ledamöter och kommande möten

Varje rad kommer ur registret, är bedömd per vald dag och anger sin källa. Vad som inte
går att säga står också, och varför. Nytt är det som är högst ett år gammalt, eller från
--since.`,
			`Writes a briefing from the registry. What it holds depends on RECORD:

  meeting       agenda, what is due, vacant seats, agreements to follow up and decisions
                that wait for the group
  group         what it is for, agreements, development issues, plan, members, and what has
                happened lately
  organization  who speaks for it and where it has no seat of its own, agreements that bind
                it, what it has still to adopt, and what has been decided
  person        an introduction: the mandate and on whose behalf, what the group is for and
                how it works, agreements, members and meetings to come

Each line comes from the registry, is judged as of the chosen day and names its source.
What cannot be told stands there too, and why. New is what is at most a year old, or of
--since or later.`),
		Example: `  vis brief uph
  vis brief Södertälje --as-of 2022-11-07 -o sodertalje.html
  vis brief "Talla Alkurdi" --lang en
  vis brief meeting/digital/2021-02 --format markdown`,
		Args:              a.arguments(1, -1, text.Both{Sv: "ett möte, en grupp, en organisation eller en person", En: "a meeting, a group, an organization or a person"}),
		ValidArgsFunction: a.completeRecords(briefed...),
		RunE:              func(c *cobra.Command, args []string) error { return a.brief(c, strings.Join(args, " "), since) },
	}
	cmd.Flags().StringVar(&since, "since", "", a.pick("från vilken dag något är nytt, ÅÅÅÅ-MM-DD; annars ett år tillbaka", "from which day on something is new, YYYY-MM-DD; otherwise a year back"))
	complete(cmd, "since")
	return inFormats(cmd, "text", "markdown", "html")
}

func (a *app) brief(c *cobra.Command, words, since string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	b := &report.Briefer{Desk: *a.desk(o.view), Since: o.view.Day.Sub(edtf.Duration{Years: 1})}
	if since != "" {
		if b.Since, err = edtf.ParseDay(since); err != nil {
			return a.usage(text.BadDate, text.Args{"value": since})
		}
		if b.Since > o.view.Day {
			return &usageError{briefLater.Say(a.lang, text.Args{"since": since, "day": o.view.Day})}
		}
	}
	rec, err := a.findRecord(o.view, words, briefed...)
	var ue *usageError
	switch {
	case errors.As(err, &ue):
		if other, otherwise := a.findRecord(o.view, words); otherwise == nil {
			return &usageError{briefKind.Say(a.lang, text.Args{
				"record": other.Base().Ref, "kind": phrase.Kind(other.Base().Ref.Kind), "allowed": kindsAllowed()})}
		}
		return err
	case err != nil:
		return err
	}
	paper, _ := b.Brief(rec)
	doc := render.PaperDoc(paper)
	switch format {
	case "markdown":
		return render.DocMarkdown{}.Write(a.out(), doc)
	case "html":
		return render.DocHTML{Lang: a.lang}.Write(a.out(), doc)
	}
	return render.DocText{Style: a.style(), Width: a.width()}.Write(a.out(), doc)
}

// kindsAllowed are the words for the kinds that a brief can be about.
func kindsAllowed() text.Both {
	var sv, en []string
	for _, k := range briefed {
		word := phrase.Kind(k)
		sv, en = append(sv, word.Sv), append(en, word.En)
	}
	return text.Both{Sv: text.Or(sv).Sv, En: text.Or(en).En}
}

// desk is where reports and papers about a view are written.
func (a *app) desk(v *registry.View) *report.Desk {
	return &report.Desk{Writer: a.writer(v), Status: a.statusOf(v)}
}

// statusOf words the status of a record as vis show does.
func (a *app) statusOf(v *registry.View) func(model.Record) string {
	return func(rec model.Record) string {
		st, ok := v.StatusOf(rec)
		if !ok {
			return ""
		}
		return a.statusLine(v, rec, st)
	}
}

var (
	briefLater = text.Both{
		Sv: "--since {since} är efter {day}, som registret ses per; ange en tidigare dag",
		En: "--since {since} is after {day}, which the registry is seen as of; name an earlier day",
	}
	briefKind = text.Both{
		Sv: "{record} är av slaget {kind}; underlag finns för {allowed}. ”vis show {record}” visar posten",
		En: "{record} is of the kind {kind}; there are briefings on {allowed}. “vis show {record}” shows the record",
	}
)
