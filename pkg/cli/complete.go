package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
)

// complete offers fixed words as the value of a flag; none where only a person
// knows it.
func complete(cmd *cobra.Command, flag string, words ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completeFrom offers the words of a list that begin with what is typed.
func completeFrom(words func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return beginning(words(), typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// once offers the first argument only.
func once(offer cobra.CompletionFunc) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return offer(c, args, typed)
	}
}

// completeRecords offers the references of the records of some kinds, or of
// all. An id alone is offered to who has begun to type one.
func (a *app) completeRecords(kinds ...model.Kind) cobra.CompletionFunc {
	if len(kinds) == 0 {
		kinds = model.RecordKinds()
	}
	return once(func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		refs, ids := a.refs(c, kinds)
		found := beginning(refs, typed)
		if typed != "" {
			found = append(found, beginning(ids, typed)...)
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	})
}

// completeIDs offers the ids of the records of a kind as the value of a flag.
func (a *app) completeIDs(cmd *cobra.Command, flag string, kind model.Kind) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		_, ids := a.refs(c, []model.Kind{kind})
		return beginning(ids, typed), cobra.ShellCompDirectiveNoFileComp
	})
}

// completeRevisions offers HEAD and the branches and tags of the repository
// that holds the registry; none where there is none.
func (a *app) completeRevisions(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	dir, err := a.find()
	if err != nil { // it may exist at a revision
		if dir = a.flags.registry; !filepath.IsAbs(dir) {
			dir = filepath.Join(a.Dir, dir)
		}
	}
	var names []string
	if repo, err := git.Find(c.Context(), dir); err == nil {
		refs, _ := repo.Refs(c.Context())
		if len(refs) > 0 {
			names = append(names, "HEAD")
		}
		for _, ref := range refs {
			if render.Safe(ref.Name) == ref.Name { // nothing hidden
				names = append(names, ref.Name)
			}
		}
	}
	return beginning(names, typed), cobra.ShellCompDirectiveNoFileComp
}

// completeSides offers revisions, or files where a folder is begun, as the two
// sides of a comparison.
func (a *app) completeSides(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	names, directive := a.completeRevisions(c, args, typed)
	if len(names) == 0 {
		directive = cobra.ShellCompDirectiveFilterDirs
	}
	return names, directive
}

// refs are the references and the ids of the records of some kinds; none where
// the registry cannot be read, which the command itself will tell.
func (a *app) refs(c *cobra.Command, kinds []model.Kind) (refs, ids []string) {
	o, err := a.openSilently(c.Context())
	if err != nil {
		return nil, nil
	}
	defer o.close()
	for _, k := range kinds {
		for _, rec := range o.view.OfKind(k) {
			ref := rec.Base().Ref
			refs, ids = append(refs, ref.String()), append(ids, ref.ID)
		}
	}
	return refs, ids
}

func beginning(words []string, typed string) []string {
	var out []string
	for _, w := range words {
		if strings.HasPrefix(w, typed) {
			out = append(out, w)
		}
	}
	return out
}
