using Community.Testing;
using Community.Testing.Search;
using Community.Tests.Support;

namespace Community.Tests.Search;

/// <summary>Against what people judged, and what a plain BM25 over pairs of characters or words reaches.</summary>
public sealed class RelevanceTests
{
    [Fact]
    public async Task Japanese_questions_find_their_paragraph()
    {
        TestData.Require("search-ja-jsquad");
        await using var community = await TestCommunity.Start();

        var share = await Over(community).JapaneseQuestions(every: 8);

        Assert.True(share >= 0.955, $"R@5 is {share:F4}.");
    }

    [Fact]
    public async Task New_questions_find_the_ones_that_were_asked_before()
    {
        TestData.Require("forum-qatarliving");
        await using var community = await TestCommunity.Start();

        var (hit, precision) = await Over(community).SimilarQuestions();

        Assert.True(hit >= 0.81, $"The duplicate is among the first ten for {hit:F3} of the questions.");
        Assert.True(precision >= 70.9, $"MAP is {precision:F1}.");
    }

    [Fact]
    public async Task Every_piece_of_Japanese_script_finds_its_post()
    {
        TestData.Require("forum-ja-open2ch/threads.jsonl");
        await using var community = await TestCommunity.Start();

        Assert.Empty(await Over(community).JapanesePieces(2_000));
    }

    private static Relevance Over(TestCommunity community) => new(community.Services, TestData.Root);
}
