package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestEveryFactHasASentence reads the facts from the package that declares them,
// so that none can be added without words in both languages.
func TestEveryFactHasASentence(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../registry/status.go", nil, 0)
	require.NoError(t, err)
	facts := map[registry.Fact]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(spec.Names[0].Name, "Fact") {
			return true
		}
		word, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		require.NoError(t, err)
		facts[registry.Fact(word)] = true
		return true
	})
	require.Greater(t, len(facts), 25)
	for fact := range facts {
		s := sentences[fact].says
		assert.NotEmpty(t, s.Sv, fact)
		assert.NotEmpty(t, s.En, fact)
		assert.ElementsMatch(t, text.Placeholders(s.Sv), text.Placeholders(s.En), fact)
	}
	assert.Len(t, sentences, len(facts))
}
