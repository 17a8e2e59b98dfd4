package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/model"
)

// completeNew offers the values of the command's arguments and flags.
func (a *app) completeNew(cmd *cobra.Command) {
	cmd.ValidArgsFunction = once(completeFrom(a.kindWords))
	for _, own := range ownFlags {
		key := own.key
		_ = cmd.RegisterFlagCompletionFunc(key, func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			return beginning(a.valuesOf(c, args, key), typed), cobra.ShellCompDirectiveNoFileComp
		})
	}
	_ = cmd.RegisterFlagCompletionFunc("source", func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		_, ids := a.refs(c, []model.Kind{model.SourceKind})
		return beginning(ids, typed), cobra.ShellCompDirectiveNoFileComp
	})
	_ = cmd.RegisterFlagCompletionFunc("set", func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if key, _, ok := strings.Cut(typed, "="); ok {
			var words []string
			for _, word := range a.valuesOf(c, args, key) {
				words = append(words, key+"="+word)
			}
			return beginning(words, typed), cobra.ShellCompDirectiveNoFileComp
		}
		return beginning(a.settable(args), typed), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	complete(cmd, "rule")
	complete(cmd, "year")
}

// settable are the attributes of the kind that the command writes, and the parts
// of those that have any.
func (a *app) settable(args []string) []string {
	fields := a.fieldsOf(args)
	if fields == nil {
		return nil
	}
	var out []string
	for i := range fields.Fields {
		f := &fields.Fields[i]
		out = append(out, f.Key+"=")
		if f.Map == nil {
			continue
		}
		at := f.Key + "."
		if f.Shape == model.Many {
			at = f.Key + "[0]."
		}
		for _, key := range f.Map.Keys() {
			out = append(out, at+key+"=")
		}
	}
	return out
}

func (a *app) fieldsOf(args []string) *model.Map {
	if len(args) == 0 {
		return nil
	}
	kind, ok := model.KindNamed(strings.ToLower(args[0]))
	if !ok {
		return nil
	}
	return model.Fields(kind)
}

// valuesOf are the words or the ids that an attribute takes, where they can be
// listed.
func (a *app) valuesOf(c *cobra.Command, args []string, path string) []string {
	m := a.fieldsOf(args)
	var f *model.Field
	for _, step := range model.ParsePath(path) {
		if step.Index >= 0 {
			continue
		}
		if m == nil {
			return nil
		}
		next, ok := m.Field(step.Key)
		if !ok {
			return nil
		}
		f, m = next, next.Map
	}
	switch {
	case f == nil:
		return nil
	case f.Class == model.ClassRef:
		refs, ids := a.refs(c, f.Refs)
		if len(f.Refs) == 1 {
			return ids
		}
		return refs
	}
	o, err := a.openSilently(c.Context())
	if err != nil {
		return nil
	}
	defer o.close()
	var words []string
	for _, choice := range (&drafting{app: a, o: o}).choices(f) {
		words = append(words, choice.id)
	}
	return words
}
