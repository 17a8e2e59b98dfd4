package cli

import (
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) diffCommand() *cobra.Command {
	exactly := false
	cmd := &cobra.Command{
		Use:   a.pick("diff [BAS [NU]]", "diff [BASE [HEAD]]"),
		Short: a.pick("Visar vad som har ändrats, post för post", "Shows what changed, record by record"),
		Long: a.pick(`Jämför två versioner av registret post för post och efter innebörd: vad som kommit till,
upphört, flyttats och ändrats. Layout, ordning på nycklar och kommentarer är inga
ändringar. BAS och NU är en revision i git, REV:SÖKVÄG eller en mapp.

Utan BAS och NU jämförs arbetskatalogen med den punkt där den skildes från huvudgrenen.
Är BAS en revision är det punkten där dess historia och NU:s skildes åt, om inte
--exactly anges.`,
			`Compares two versions of the registry by record and by meaning: what was added, ended,
moved and changed. Layout, the order of keys and comments are no changes. BASE and HEAD
are a git revision, REV:PATH or a folder.

Without arguments the working tree is compared with the commit where it parted from the
main branch. Where BASE is a revision, it is the commit where its history and that of
HEAD parted, unless --exactly is given.`),
		Example: `  vis diff
  vis diff v1 v2
  vis diff HEAD~1 --exactly --lang en`,
		Args: a.arguments(0, 2, text.Both{}),
		RunE: func(c *cobra.Command, args []string) error { return a.diff(c, args, exactly) },
	}
	cmd.Flags().BoolVar(&exactly, "exactly", false, a.pick("jämför med BAS själv, inte med punkten där historierna skildes åt", "compare with BASE itself, not with the commit where the histories parted"))
	cmd.ValidArgsFunction = a.completeSides
	return inFormats(cmd, "text", "markdown", "html", "json")
}

func (a *app) diff(c *cobra.Command, args []string, exactly bool) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	both, err := a.openBoth(c.Context(), args, exactly, nil)
	if err != nil {
		return err
	}
	defer both.close()
	d := change.Compare(both.base.view, both.head.view)
	a.leaveOutUnreadable(both, d)
	if format == "json" {
		return render.DiffJSON(a.out(), d, a.side(both.base), a.side(both.head), a.lang)
	}
	doc := render.Doc{Sections: render.DiffSections(d.Tell(a.lang), a.lang)}
	switch format {
	case "markdown":
		return render.DocMarkdown{}.Write(a.out(), doc)
	case "html":
		doc.Title = diffTitle.Say(a.lang, text.Args{"base": both.base.called, "head": both.head.called})
		return render.DocHTML{Lang: a.lang}.Write(a.out(), doc)
	}
	return render.DocText{Style: a.style(), Width: a.width()}.Write(a.out(), doc)
}

var diffTitle = text.Both{Sv: "Ändringar från {base} till {head}", En: "Changes from {base} to {head}"}

// leaveOutUnreadable tells of the files that could not be read on either side,
// and leaves out what is in them: it looks as if it was not there.
func (a *app) leaveOutUnreadable(c *compared, d *change.Diff) {
	unread := map[string]bool{}
	for _, s := range []*snapshot{c.base, c.head} {
		for _, file := range s.loaded.Unreadable() {
			unread[file] = true
			shown := path.Join(s.folder, file)
			if s.commit == "" {
				shown = a.shown(&opened{dir: s.folder}, file)
			} else {
				shown = s.commit[:10] + ":" + shown
			}
			a.complain(notCompared.Say(a.lang, text.Args{"file": shown}))
		}
	}
	d.Records = slices.DeleteFunc(d.Records, func(r *change.Record) bool { return r.How != change.Moved && unread[r.File()] })
}

var notCompared = text.Both{
	Sv: "{file} går inte att läsa som post, och jämförs inte\n”vis validate” visar vad som är fel",
	En: "{file} cannot be read as a record, and is not compared\n“vis validate” shows what is wrong",
}

// side is how JSON tells of a side: the same in every language.
func (a *app) side(s *snapshot) render.Side {
	if s.commit != "" {
		return render.Side{Name: s.called, Commit: &s.commit}
	}
	name := s.folder
	if rel, err := filepath.Rel(a.Dir, name); err == nil {
		name = rel
	}
	return render.Side{Name: filepath.ToSlash(name)}
}
