package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/text"
)

func TestSlip(t *testing.T) {
	for said, meant := range map[string]string{
		"missbruk-beronde": "missbruk-beroende", "styrgrupen": "styrgruppen", "ledamt": "ledamot", "Drivre": "driver", "adjungrad": "adjungerad",
		"uph-styrgrupen-2": "uph-styrgruppen-2", "Kvällforum": "Kvällsforum", "ÅSKMOLAN": "Åskmolna", "upplands väsby": "Upplands-Väsby",
	} {
		assert.True(t, text.Slip(said, meant), "%s %s", said, meant)
	}
	for said, not := range map[string]string{
		"hok-2020": "hok-2021", "uph/2022-01-14": "uph/2022-01-13", "rapport-2021": "rapport-2022", "protokoll1": "protokoll", "styrgrupp-1a": "styrgrupp-a1x",
		"heby": "taby", "upb": "uph", "regional": "region", "seat-kommun-b": "seat-kommun-c", "upb-styrgrupp": "uph-styrgrupp",
		"ej antagen": "antagen", "antagen": "ej antagen", "inte hållet": "hållet", "ej ledamot": "ledamot", "oantagen": "antagen", "klart": "oklart", "non-member": "member",
		"unknown": "known", "planerat möte": "planerat", "styrgrupen narvaro": "styrgruppen närvaro", "": "a", "sets": "seats",
	} {
		assert.False(t, text.Slip(said, not), "%s %s", said, not)
	}
	assert.Equal(t, "", text.OnlyNear("rapport-2021", []string{"rapport-2022"}))
	assert.Equal(t, "rapport-2022", text.Nearest("rapport-2021", []string{"rapport-2022"}), "it may still be suggested")
}

func TestSamePerson(t *testing.T) {
	for a, b := range map[string]string{
		"Dråke Nortupp": "Dråke Norrtupp", "Anna Anderson": "Anna Andersson", "Anne Anderson": "Anna Andersson", "Anna-Lena Ek": "Annalena Ek", "Madonna": "madona", "Nora-Li Björnhult": "nora li bjornhult",
	} {
		assert.True(t, text.SamePerson(a, b), "%s %s", a, b)
	}
	for a, b := range map[string]string{
		"Anna Danielsson": "Åsa Danielsson", "Lars Olsson": "Lars Nilsson", "Hanna Holm": "Anna Alm", "Anna Karlsson": "Anna Larsson", "Anna Maria Ek": "Anna Ek", "Bo Ek": "Bo",
	} {
		assert.False(t, text.SamePerson(a, b), "%s %s", a, b)
	}
}
