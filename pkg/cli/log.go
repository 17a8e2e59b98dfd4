package cli

import (
	"context"
	"errors"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) logCommand() *cobra.Command {
	limit := 0
	cmd := &cobra.Command{
		Use:   a.pick("log POST", "log RECORD"),
		Short: a.pick("Visar en posts historia: vad som ändrades, när och av vem", "Shows the history of a record: what changed, when and by whom"),
		Long: a.pick(`Visar vad som har hänt med en post, det senaste först: för varje incheckning i git som
ändrade den vad som ändrades i sak, och däremellan vad registret säger hände, efter sina
egna datum: en överenskommelses formella versioner, en grupps lägen och beslut om posten.
POST är slag/id, ett id, ett tidigare id, ett namn eller en fil. Historien följs genom
namnbyten, längs huvudlinjen: det som gjordes på en gren är en ändring, när den slås samman.

--rev visar historien så som den var känd i en revision, --as-of vad som hade hänt till och
med en dag. Tillsammans svarar de på vad man då visste.`,
			`Shows what became of a record, the newest first: for each commit in git that changed it
what it changed in substance, and between them what the registry says happened, by dates of
its own: the formal revisions of an agreement, the statuses of a group and decisions on the
record. RECORD is kind/id, an id, a former id, a name or a file. The history is followed
through renames, along the main line: what was done on a branch is one change, where it is
merged.

--rev shows the history as it was known in a revision, --as-of what had happened up to and
including a day. Together they answer what was known then.`),
		Example: `  vis log hok
  vis log group/uph -n 5
  vis log hok --rev v1 --as-of 2022-11-07`,
		Args:              a.arguments(1, 1, text.Both{Sv: "en post", En: "a record"}),
		ValidArgsFunction: a.completeRecords(),
		RunE:              func(c *cobra.Command, args []string) error { return a.log(c, args[0], limit) },
	}
	cmd.Flags().IntVarP(&limit, "limit", "n", 0, a.pick("visa högst så många; annars alla", "show no more than so many; otherwise all"))
	complete(cmd, "limit")
	return inFormats(cmd, "text", "markdown", "json")
}

func (a *app) log(c *cobra.Command, words string, limit int) error {
	if limit < 0 {
		return a.usage(text.FlagBadValue, text.Args{"name": "--limit", "value": limit})
	}
	format, err := a.format(c)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	h, err := a.history(c.Context(), o, words, limit)
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return render.LogJSON(a.out(), h, a.lang)
	case "markdown":
		return render.DocMarkdown{}.Write(a.out(), render.LogDoc(h, a.lang))
	}
	return render.DocText{Style: a.style(), Width: a.width()}.Write(a.out(), render.LogDoc(h, a.lang))
}

// history gathers what became of a record.
func (a *app) history(ctx context.Context, o *opened, words string, limit int) (*render.History, error) {
	file, rec, unknown := a.logFile(o, words)
	if file == "" {
		return nil, unknown
	}
	repo, err := git.Find(ctx, o.dir)
	if err != nil {
		return nil, err
	}
	rev := a.flags.rev
	if rev == "" {
		rev = "HEAD"
	}
	head, err := repo.Resolve(ctx, rev)
	var none *git.NoCommits
	if err != nil && (a.flags.rev != "" || !errors.As(err, &none)) {
		return nil, err
	}
	prefix, err := repo.Prefix(ctx, o.dir)
	if err != nil {
		return nil, err
	}
	t := &teller{app: a, o: o, repo: repo, prefix: prefix, file: file, blobs: repo.Blobs(ctx), read: map[string]version{}}
	defer t.blobs.Close()
	var commits []git.Commit
	if head != "" {
		if commits, err = t.commits(ctx, head, path.Join(prefix, file), limit); err != nil {
			return nil, err
		}
	}
	if rec == nil && len(commits) == 0 {
		return nil, unknown
	}
	h := &render.History{
		Name: file, File: file, Path: a.shown(o, file), AsOf: o.view.Day.String(),
		Rev: a.flags.rev, Commit: head, InGit: len(commits) > 0, Told: a.flags.asOf != "",
	}
	h.Ref, _ = load.RefOf(file)
	if h.Ref.ID == "" {
		h.Ref = model.Ref{}
	}
	if rec != nil {
		h.Ref = rec.Base().Ref
		h.Name = o.view.Name(rec).In(string(a.lang))
	} else if name := t.lastName(commits); name != "" {
		h.Name = name
	}
	told, err := t.tell(commits)
	if err != nil {
		return nil, err
	}
	h.Entries = between(told, formalEvents(o.view, rec))
	if limit > 0 && len(h.Entries) > limit {
		h.Entries = h.Entries[:limit]
	}
	return h, nil
}

// logFile is the file of the registry that a person means, and its record where
// there is one now. The error is for a file that has no history either.
func (a *app) logFile(o *opened, words string) (file string, rec model.Record, err error) {
	if strings.HasSuffix(words, ".yaml") {
		full := words
		if !filepath.IsAbs(full) {
			full = filepath.Join(a.Dir, full)
		}
		if rel, err := filepath.Rel(o.dir, full); err == nil {
			file := filepath.ToSlash(rel)
			if ref, ok := load.RefOf(file); ok {
				if rec, ok := o.view.Record(ref); ok && ref.ID != "" {
					return rec.Base().File, rec, nil
				}
				return file, nil, a.noSuchRecord(words)
			}
		}
	}
	rec, err = a.findRecord(o.view, words)
	if err == nil {
		return rec.Base().File, rec, nil
	}
	if head, id, ok := strings.Cut(words, "/"); ok && model.IsID(id) {
		if kind, known := model.KindNamed(head); known { // it may have been removed
			return kind.Info().Folder + "/" + id + ".yaml", nil, err
		}
	}
	return "", nil, err
}
