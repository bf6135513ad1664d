using System.Net;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Community.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Discussions;

/// <summary>What the form of a reply says, and that it keeps what was typed.</summary>
public sealed class ReplyFormTests(OpenCommunity community) : IClassFixture<OpenCommunity>
{
    [Fact]
    public async Task _11_A_reply_to_a_topic_that_was_closed_is_refused_in_one_sentence_and_keeps_its_text()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        await member.Open(path + "?reply=0");
        await community.Get<CommunityData>().Write<Done>(async db =>
        {
            (await db.Topics.SingleAsync(t => t.Id == id)).IsLocked = true;
            return Done.Yes;
        });

        await member.Post(path, [.. member.Hidden("reply"), ("body", DraftDesk.Words), ("step", "post")]);

        Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        Assert.Equal(DraftDesk.Words, member.Text("body"));
        Assert.Equal(2, member.Page.Split("This topic is closed to new replies.").Length);
    }

    [Fact]
    public async Task _10_The_form_names_whom_it_answers_and_whom_it_quotes()
    {
        using var member = await community.Drafter();
        var (path, place) = await community.TopicOf(member);
        var id = DraftPlace.Read(place)!.Value.Id;
        var (post, name) = await community.Get<CommunityData>().Read(async db =>
            (await db.Posts.Where(p => p.DiscussionId == id).Select(p => p.Id).SingleAsync(), await db.Posts.Where(p => p.DiscussionId == id).Join(db.Members, p => p.AuthorId, m => m.Id, (_, m) => m.DisplayName).SingleAsync()));

        await member.Open(path + "?page=1&reply=1");
        Assert.Contains($"Reply to {name} (#1)", member.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("You quote", member.Page, StringComparison.Ordinal);
        await member.Open($"{path}?page=1&quote={post}");

        Assert.Contains($"You quote {name} (#1)", member.Page, StringComparison.Ordinal);
        Assert.Contains("At least 20 characters.", member.Page, StringComparison.Ordinal);
    }
}
